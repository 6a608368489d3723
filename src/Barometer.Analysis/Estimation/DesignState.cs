namespace Barometer.Analysis.Estimation;

/// <summary>All that a <see cref="SurveyDesign"/> knows; immutable, copied with changes.</summary>
internal sealed record DesignState
{
    /// <summary>What was said about the sampling.</summary>
    public required DesignSpecification Specification { get; init; }

    /// <summary>The survey with its codebook; null for data without one.</summary>
    public Survey? Survey { get; init; }

    /// <summary>The words of the codebook.</summary>
    public required Labels Labels { get; init; }

    /// <summary>The sample with its weights and variances, computed when first needed.</summary>
    public Lazy<VarianceEstimator> Variance { get; private init; } = null!;

    /// <summary>How the answers were weighted, in words.</summary>
    public Lazy<LocalizedText> Weighting { get; private init; } = null!;

    /// <summary>
    /// For each row the organisation it belongs to, for disclosure control; null when the data don't tell, and then no
    /// estimate can be released.
    /// </summary>
    public required Lazy<int[]?> Organisations { get; init; }

    /// <summary>Whether weighting steps have been taken, after which the sampling can't be redescribed.</summary>
    public bool HasSteps { get; init; }

    /// <summary>
    /// Why nothing of the design can be released, or null: weights that follow answers, single organisations or stated totals
    /// can be made to single out whoever one likes.
    /// </summary>
    public string? Unreleasable { get; init; }

    /// <summary>The part of the population that estimates are about.</summary>
    public Domain Domain { get; init; } = Domain.Everybody;

    /// <summary>How the intervals of proportions are made.</summary>
    public IntervalMethod Method { get; init; } = IntervalMethod.Logit;

    /// <summary>The confidence level of all intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The degrees of freedom of all intervals; null for those of the design.</summary>
    public double? FixedDegrees { get; init; }

    /// <summary>What tables of the design have in common.</summary>
    public required DesignCache Cache { get; init; }

    /// <summary>How intervals are made.</summary>
    public Intervals Intervals => new(Cache, Method, Level, FixedDegrees);

    /// <summary>The state in which the sampling is described otherwise.</summary>
    public DesignState Redescribed(DesignSpecification specification) =>
        (this with { Specification = specification }).Estimating(() => new TaylorVariance(BaseWeights.Of(specification)));

    /// <summary>The state of some rows of the data, whose organisations aren't known.</summary>
    public DesignState Of(Loading.DataSet rows) => this with
    {
        Specification = Specification with { Data = rows },
        Cache = new DesignCache(rows),
        Organisations = new Lazy<int[]?>((int[]?)null),
    };

    /// <summary>The state after a weighting step, or with variances estimated otherwise.</summary>
    public DesignState After(VarianceEstimator variance) => (this with { HasSteps = true }).Estimating(() => variance);

    private DesignState Estimating(Func<VarianceEstimator> variance)
    {
        var computed = new Lazy<VarianceEstimator>(variance);
        return this with
        {
            Variance = computed,
            Weighting = new Lazy<LocalizedText>(() => WeightingText.Of(Specification, computed.Value.Sample.History, Labels)),
        };
    }
}
