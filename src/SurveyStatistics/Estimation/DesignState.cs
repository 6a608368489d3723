using System.Collections.Concurrent;

namespace SurveyStatistics.Estimation;

/// <summary>Everything a design is: how the sample was drawn, its weights and variance, the domain and the choice of intervals.</summary>
internal sealed record DesignState
{
    /// <summary>How the sample was drawn.</summary>
    public required DesignSpecification Specification { get; init; }

    /// <summary>The sample's weights and variance estimator, computed when first needed.</summary>
    public Lazy<VarianceEstimator> Variance { get; private init; } = null!;

    /// <summary>Whether the weights have been changed since the sampling was described.</summary>
    public bool HasSteps { get; init; }

    /// <summary>For each row whether it is in the domain; null for everybody.</summary>
    public bool[]? Domain { get; private init; }

    /// <summary>
    /// For each row whether it has a weight; null when all have. A row with a weight of zero is in the frame and outside the sample: it is in
    /// no base, and counts among its stratum's units only, as in R's survey package.
    /// </summary>
    public bool[]? HasWeight { get; private init; }

    /// <summary>Whether every row is in the domain.</summary>
    public bool HasEverybody => Domain is null && HasWeight is null;

    /// <summary>Whether answers decide who is in the domain.</summary>
    public bool IsDomainOfAnswers { get; init; }

    /// <summary>How intervals of proportions are made.</summary>
    public IntervalMethod Method { get; init; } = IntervalMethod.Logit;

    /// <summary>The confidence level.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The degrees of freedom of t, where they are not the design's.</summary>
    public double? FixedDegrees { get; init; }

    /// <summary>What estimates of the same data share.</summary>
    public required DesignCache Cache { get; init; }

    /// <summary>The state of a sample described otherwise.</summary>
    public DesignState Redescribed(DesignSpecification specification) =>
        (this with { Specification = specification, HasWeight = Weighted(specification) }).Estimating(() => new TaylorVariance(BaseWeights.Of(specification)));

    /// <summary>The state with other data, of the same or of fewer rows.</summary>
    public DesignState Of(DataSet data) => this with
    {
        Specification = Specification with { Data = data },
        HasWeight = data.RowCount == Specification.Data.RowCount ? HasWeight : Weighted(Specification with { Data = data }),
        Cache = new DesignCache(data),
    };

    /// <summary>The state after a weighting step.</summary>
    public DesignState After(VarianceEstimator variance) => (this with { HasSteps = true }).Estimating(() => variance);

    /// <summary>The state narrowed to the rows of the domain that meet a condition on a variable.</summary>
    public DesignState Where(Column variable, Func<int, bool> condition) =>
        this with { IsDomainOfAnswers = IsDomainOfAnswers || variable.IsConfidential, Domain = [.. Enumerable.Range(0, Specification.Data.RowCount).Select(row => Domain?[row] != false && condition(row))] };

    /// <summary>Whether the row is in the domain.</summary>
    public bool IsInDomain(int row) => Domain?[row] != false && HasWeight?[row] != false;

    /// <summary>
    /// An estimate of which no answers are said to be fixed: that all in each stratum gave the same is what they said, and not by design.
    /// </summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="outcome">What it is of.</param>
    /// <param name="groups">The group it is about.</param>
    public GroupEstimate WithoutAnswers(GroupEstimate estimate, Outcome outcome, IReadOnlyList<GroupValue> groups) =>
        estimate.IsFixed && (IsDomainOfAnswers || outcome.Variable.Split('/').Concat(groups.Select(group => group.Variable)).Any(IsConfidential))
            ? estimate with { IsFixed = false }
            : estimate;

    private bool IsConfidential(string variable) => Specification.Data.TryGet(variable, out var column) && column.IsConfidential;

    /// <summary>Student's quantile for the confidence level.</summary>
    public double T(double degreesOfFreedom) => Cache.Student(Level, FixedDegrees ?? degreesOfFreedom);

    /// <summary>The interval of a share; null where there is none.</summary>
    public ConfidenceInterval? ShareInterval(GroupEstimate share) => ProportionInterval.Of(share, T(share.DegreesOfFreedom), Method, Level);

    /// <summary>The estimate ± t standard errors; null without a variance or degrees of freedom.</summary>
    public ConfidenceInterval? StudentInterval(double value, double variance, double degreesOfFreedom)
    {
        if (double.IsNaN(value) || double.IsNaN(variance) || !(degreesOfFreedom > 0))
        {
            return null;
        }

        var half = T(degreesOfFreedom) * Math.Sqrt(variance);
        return new ConfidenceInterval(value - half, value + half, Level, "t");
    }

    // Whether a given weight is no weight; what isn't a weight at all is told when the weights are first needed.
    private static bool[]? Weighted(DesignSpecification specification) =>
        specification is { Weights: { } name } && specification.Data.TryGet(name, out var column) && column is NumericColumn numbers && numbers.ValueArray.Contains(0)
            ? Array.ConvertAll(numbers.ValueArray, weight => weight != 0)
            : null;

    private DesignState Estimating(Func<VarianceEstimator> variance) => this with { Variance = new Lazy<VarianceEstimator>(variance) };
}

/// <summary>What estimates of the same data share: groups and quantiles, which cost more to make than to look up. Safe for threads.</summary>
internal sealed class DesignCache(DataSet data)
{
    private readonly ConcurrentDictionary<string, GroupIndex> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(double Level, double Degrees), double> _quantiles = new();

    /// <summary>The group array of a table that leaves nobody out.</summary>
    public int[] Everybody { get; } = new int[data.RowCount];

    /// <summary>The groups that variables form.</summary>
    public GroupIndex Groups(IReadOnlyList<string> by) => _groups.GetOrAdd(string.Join('|', by), _ => GroupIndex.Of(data, by));

    /// <summary>Student's two-sided quantile.</summary>
    public double Student(double level, double degreesOfFreedom) => _quantiles.GetOrAdd(
        (level, degreesOfFreedom), key => Distributions.StudentQuantile((1 + key.Level) / 2, key.Degrees));
}
