namespace SurveyStatistics.Estimation;

/// <summary>How an estimate follows from the weights of a design, so that it can be taken together with others.</summary>
/// <param name="State">The design.</param>
/// <param name="Statistic">The statistic it is a number of; made when first needed.</param>
/// <param name="Index">Which of its numbers.</param>
/// <param name="LostDegrees">Degrees of freedom that a model took.</param>
internal sealed record EstimateSource(DesignState State, Lazy<IStatistic> Statistic, int Index = 0, double LostDegrees = 0)
{
    /// <summary>That of a ratio of totals, a mean or a total.</summary>
    public static EstimateSource Of(DesignState state, Func<RatioTerm> term) => new(state, new Lazy<IStatistic>(() => new Ratios([term()])));
}

/// <summary>Numbers of several statistics, as one statistic; each is evaluated once.</summary>
internal sealed class JointStatistic : IStatistic
{
    private readonly (int Statistic, int Index)[] _places;

    private JointStatistic(IReadOnlyList<IStatistic> parts, (int Statistic, int Index)[] places) => (Parts, _places) = (parts, places);

    /// <summary>The statistics.</summary>
    public IReadOnlyList<IStatistic> Parts { get; }

    /// <summary>The numbers of estimates together; ratios are taken as ratios, which replicates gather in one pass.</summary>
    public static IStatistic Of(IReadOnlyList<EstimateSource> sources)
    {
        if (sources.All(source => source.Statistic.Value is Ratios))
        {
            return new Ratios([.. sources.Select(source => ((Ratios)source.Statistic.Value).Terms[source.Index])]);
        }

        var parts = sources.Select(source => source.Statistic.Value).Distinct(ReferenceEqualityComparer.Instance).Cast<IStatistic>().ToList();
        return new JointStatistic(parts, [.. sources.Select(source => (parts.IndexOf(source.Statistic.Value), source.Index))]);
    }

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var values = new double[Parts.Count][];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Parts[i].Evaluate(weights);
        }

        return Array.ConvertAll(_places, place => values[place.Statistic][place.Index]);
    }

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values) => Selected([.. Parts.Select(part => part.Linearise(weights, part.Evaluate(weights)))]);

    /// <summary>Of a column for each number of each statistic, those that are asked for: copies, since a number can be asked for twice, and variances are computed in place.</summary>
    public double[][] Selected(IReadOnlyList<double[][]> columns) => Array.ConvertAll(_places, place => (double[])columns[place.Statistic][place.Index].Clone());
}

/// <summary>
/// A smooth function of a statistic's numbers: its influence is Σ ∂f/∂θᵢ times theirs, the delta method (<c>svycontrast</c> with an expression
/// in R's survey package); in replicates the function itself is computed anew.
/// </summary>
/// <param name="inner">The statistic.</param>
/// <param name="function">The function.</param>
internal sealed class FunctionStatistic(IStatistic inner, Func<double[], SmoothNumber> function) : IStatistic
{
    /// <summary>The statistic it is a function of.</summary>
    public IStatistic Inner => inner;

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights) => [function(inner.Evaluate(weights)).Value];

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var numbers = inner.Evaluate(weights);
        var gradient = function(numbers).Gradient;
        var columns = inner.Linearise(weights, numbers);
        var sum = new double[weights.Length];
        for (var i = 0; i < gradient.Length; i++)
        {
            for (var row = 0; row < sum.Length && gradient[i] != 0; row++)
            {
                sum[row] += gradient[i] * columns[i][row];
            }
        }

        return [sum];
    }

    /// <summary>The function in every replicate.</summary>
    /// <param name="replicates">For each number of the inner statistic its value in every replicate.</param>
    /// <exception cref="SurveyException">It has no value in some: leaving these out would make a variance of those that happen to have one.</exception>
    public double[][] OfReplicates(double[][] replicates)
    {
        double[] values = [.. Enumerable.Range(0, replicates[0].Length).Select(r => function(Array.ConvertAll(replicates, one => one[r])).Value)];
        var without = values.Count(value => !double.IsFinite(value));
        return without == 0 ? [values] : throw new SurveyException(new Problem(
            FormattableString.Invariant($"A function has no value in {without} of {values.Length} replicates"),
            Expected: "a function that has a value in each",
            Hint: "small groups can lose all who gave the answer in a replicate: take larger groups, or leave the variance to linearisation"));
    }
}
