namespace SurveyStatistics.Estimation;

/// <summary>
/// Estimates by the words that tell them from each other: the code of a group, an answer or an item, or <c>variable=code</c> where a code alone
/// is not enough. Of several that the words fit, the one of the fewest groups is meant: everybody before a part of them.
/// </summary>
public sealed class NamedEstimates
{
    private readonly IReadOnlyList<Estimate> _estimates;
    private readonly Func<int, SmoothNumber> _number;
    private readonly Func<string, string> _nameOf;
    private readonly HashSet<int> _used;

    /// <summary>Names estimates.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="number">What a function computes with in the place of each.</param>
    internal NamedEstimates(IReadOnlyList<Estimate> estimates, Func<int, SmoothNumber> number)
        : this(estimates, number, name => name, [])
    {
    }

    private NamedEstimates(IReadOnlyList<Estimate> estimates, Func<int, SmoothNumber> number, Func<string, string> nameOf, HashSet<int> used) =>
        (_estimates, _number, _nameOf, _used) = (estimates, number, nameOf, used);

    /// <summary>The same estimates by other words, such as labels in the place of codes.</summary>
    /// <param name="nameOf">The name that a word stands for; a word that stands for none is returned as it is.</param>
    public NamedEstimates By(Func<string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return new(_estimates, _number, word => _nameOf(nameOf(word)), _used);
    }

    /// <summary>The estimate with these names.</summary>
    /// <exception cref="SurveyException">None has them, or several.</exception>
    public SmoothNumber this[params string[] names] => this[Find(_estimates, Array.ConvertAll(names, name => _nameOf(name)))];

    /// <summary>The estimate at a place, in the order of the table or tables.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public SmoothNumber this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(place);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, _estimates.Count);
            _used.Add(place);
            return _number(place);
        }
    }

    /// <summary>The places of the estimates that were asked for, ascending.</summary>
    internal IReadOnlyList<int> Used => [.. _used.Order()];

    /// <summary>The place of the one estimate with these names.</summary>
    /// <exception cref="SurveyException">None has them, or several.</exception>
    internal static int Find(IReadOnlyList<Estimate> estimates, string[] names)
    {
        var found = estimates.Index().Where(one => Array.TrueForAll(names, name => NamesOf(one.Item).Contains(name))).ToList();
        var fewest = found.Where(one => one.Item.Groups.Count == found.Min(other => other.Item.Groups.Count)).ToList();
        if (fewest.Count == 1)
        {
            return fewest[0].Index;
        }

        var words = names.Length == 0 ? "no name" : $"«{string.Join(" · ", names)}»";
        throw new SurveyException(fewest.Count == 0
            ? Problem.NoSuch($"No estimate is named {words}", string.Join(" · ", names), estimates.SelectMany(one => NamesOf(one, isShort: true)).Distinct())
            : new Problem(
                FormattableString.Invariant($"{words} names {fewest.Count} estimates"),
                Expected: "the codes of every grouping variable, and the answer where there are several",
                Hint: string.Join("; ", fewest.Take(3).Select(one => string.Join(" · ", NamesOf(one.Item, isShort: true))))));
    }

    private static IEnumerable<string> NamesOf(Estimate estimate, bool isShort = false)
    {
        foreach (var group in estimate.Groups)
        {
            yield return group.Code;
            if (!isShort)
            {
                yield return $"{group.Variable}={group.Code}";
            }
        }

        yield return estimate.Outcome.Variable;
        if (estimate.Outcome.Code is { } code)
        {
            yield return code;
            if (!isShort)
            {
                yield return $"{estimate.Outcome.Variable}={code}";
            }
        }
    }
}

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
