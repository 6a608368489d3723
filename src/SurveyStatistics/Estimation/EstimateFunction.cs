namespace SurveyStatistics.Estimation;

/// <summary>
/// A smooth function of named estimates, apart from their numbers: of which of them it is, and its value and slopes at whatever numbers are put in their place, such as
/// those that a table shows.
/// </summary>
public sealed class EstimateFunction
{
    private const double Anything = 0.5;
    private readonly IReadOnlyList<Estimate> _estimates;
    private readonly Func<NamedEstimates, SmoothNumber> _function;

    /// <summary>A function of estimates.</summary>
    /// <param name="name">What the function is called.</param>
    /// <param name="estimates">The estimates that it can name; their numbers aren't read.</param>
    /// <param name="function">The function: <c>x => x["a"] / x["b"]</c>.</param>
    /// <exception cref="SurveyException">It uses none of them, or names one that isn't there.</exception>
    public EstimateFunction(string name, IReadOnlyList<Estimate> estimates, Func<NamedEstimates, SmoothNumber> function)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(function);
        (Name, _estimates, _function) = (name, estimates, function);

        // Which estimates it asks for doesn't depend on their numbers, since it can't see them.
        var asked = new NamedEstimates(estimates, place => SmoothNumber.Estimate(Anything, place, estimates.Count));
        Used = function(asked).Gradient.Length > 0 ? asked.Used : throw new SurveyException(new Problem(
            $"«{name}» is a constant", Expected: "a function that uses an estimate: x => x[\"a\"] / x[\"b\"]"));
    }

    /// <summary>What the function is called.</summary>
    public string Name { get; }

    /// <summary>The places of the estimates that it uses, ascending.</summary>
    public IReadOnlyList<int> Used { get; }

    /// <summary>The function's value at some numbers.</summary>
    /// <param name="values">A number for each estimate, in their order; those that aren't used don't count.</param>
    /// <returns>The value; not a number, or infinite, where it has none.</returns>
    public double At(IReadOnlyList<double> values) => Compute(values).Value;

    /// <summary>The function's derivative by each estimate at some numbers.</summary>
    /// <param name="values">A number for each estimate, in their order.</param>
    public IReadOnlyList<double> SlopesAt(IReadOnlyList<double> values) => Compute(values).Gradient;

    /// <summary>The function's value with its derivatives.</summary>
    internal SmoothNumber Compute(IReadOnlyList<double> values) =>
        _function(new NamedEstimates(_estimates, place => SmoothNumber.Estimate(values[place], place, _estimates.Count)));

    /// <summary>Refuses a function that has no value or slope at some numbers.</summary>
    /// <exception cref="SurveyException">It has none.</exception>
    public void RequireValueAt(IReadOnlyList<double> values)
    {
        var made = Compute(values);
        if (!double.IsFinite(made.Value) || !Array.TrueForAll(made.Gradient, double.IsFinite))
        {
            throw new SurveyException(new Problem(
                $"«{Name}» has no value, or no slope, at the estimates", Expected: "no division by zero, and no logarithm or root of what isn't above zero"));
        }
    }
}
