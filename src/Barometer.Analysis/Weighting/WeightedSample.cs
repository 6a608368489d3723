using Barometer.Analysis.Loading;

namespace Barometer.Analysis.Weighting;

/// <summary>
/// Respondents with their weights and all that variance estimation needs to know about how they were chosen. Made by
/// <see cref="BaseWeights"/>, refined by the weighting steps, used by the estimators; never changed.
/// </summary>
internal sealed record WeightedSample
{
    /// <summary>The rows.</summary>
    public required DataSet Data { get; init; }

    /// <summary>The population, one row a unit; null when there is no frame.</summary>
    public DataSet? Frame { get; init; }

    /// <summary>Who was invited, when the weights started from the invitations.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>For each row its weight: the number of population units it stands for.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The stages of sampling, the first first.</summary>
    public required IReadOnlyList<SamplingStage> Stages { get; init; }

    /// <summary>What to do with a stratum of one unit.</summary>
    public LonelyStratum Lonely { get; init; }

    /// <summary>The residuals to take for each calibration, in the order in which they were made.</summary>
    public IReadOnlyList<IProjection> Projections { get; init; } = [];

    /// <summary>How the weights came about.</summary>
    public required IReadOnlyList<WeightStep> History { get; init; }

    /// <summary>The sample with other weights, made by one more step.</summary>
    public WeightedSample After(double[] weights, LocalizedText name, LocalizedText detail, IProjection? projection = null) => this with
    {
        Weights = weights,
        Projections = projection is null ? Projections : [.. Projections, projection],
        History = [.. History, new WeightStep(name, detail, WeightSummary.Of(weights))],
    };
}
