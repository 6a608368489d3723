using Barometer.Analysis.Loading;
using Barometer.Analysis.Weighting;

namespace Barometer.Analysis.Estimation;

/// <summary>All that a <see cref="SurveyDesign"/> knows; immutable, copied with changes.</summary>
internal sealed record DesignState
{
    /// <summary>What was said about the sampling.</summary>
    public required DesignSpecification Specification { get; init; }

    /// <summary>The survey with its codebook; null for data without one.</summary>
    public Survey? Survey { get; init; }

    /// <summary>The sample with its weights and variances, computed when first needed.</summary>
    public required Lazy<VarianceEstimator> Variance { get; init; }

    /// <summary>For each row the organisation it belongs to, for disclosure control.</summary>
    public required Lazy<int[]> Organisations { get; init; }

    /// <summary>Whether weighting steps have been taken, after which the sampling can't be redescribed.</summary>
    public bool HasSteps { get; init; }

    /// <summary>The part of the population that estimates are about.</summary>
    public Domain Domain { get; init; } = Domain.Everybody;

    /// <summary>How the intervals of proportions are made.</summary>
    public IntervalMethod Method { get; init; } = IntervalMethod.Logit;

    /// <summary>The confidence level of all intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The state in which the sampling is described otherwise.</summary>
    public DesignState Redescribed(DesignSpecification specification) => this with
    {
        Specification = specification,
        Variance = new Lazy<VarianceEstimator>(() => new TaylorVariance(BaseWeights.Of(specification))),
    };
}
