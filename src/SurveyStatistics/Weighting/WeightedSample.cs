namespace SurveyStatistics.Weighting;

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

    /// <summary>The second phase of sampling; null when there is one phase.</summary>
    public SecondPhase? SecondPhase { get; init; }

    /// <summary>What to do with a stratum of one unit.</summary>
    public LonelyStratum Lonely { get; init; }

    /// <summary>The residuals to take for each calibration, in the order in which they were made.</summary>
    public IReadOnlyList<IProjection> Projections { get; init; } = [];

    /// <summary>The steps from <see cref="BaseWeights"/> to the weights, in the order in which they were taken.</summary>
    public IReadOnlyList<IReweighting> Steps { get; init; } = [];

    /// <summary>The weights before any step.</summary>
    public double[] BaseWeights
    {
        get => field ?? Weights;
        init;
    }

    /// <summary>How the weights came about.</summary>
    public required IReadOnlyList<WeightStep> History { get; init; }

    /// <summary>The sample with other weights, made by one more step.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="step">What was done; its summary of the weights is added here.</param>
    /// <param name="projection">What the step does to a linearised variance; null for nothing.</param>
    /// <param name="reweighting">What the step does to other weights; null when its factors are the same in every replicate.</param>
    public WeightedSample After(
        double[] weights, WeightStep step, IProjection? projection = null, IReweighting? reweighting = null) => this with
        {
            Weights = weights,
            BaseWeights = BaseWeights,
            Steps = [.. Steps, reweighting ?? FixedFactors.Between(Weights, weights)],
            Projections = projection is null ? Projections : [.. Projections, projection],
            History = [.. History, step with { Weights = WeightSummary.Of(weights) }],
        };
}
