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

    /// <summary>For each row its weight: the number of population units it stands for; zero for a row of the frame that is outside the sample.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The stages of sampling, the first first.</summary>
    public required IReadOnlyList<SamplingStage> Stages { get; init; }

    /// <summary>The second phase of sampling; null when there is one phase.</summary>
    public SecondPhase? SecondPhase { get; init; }

    /// <summary>The units that stand in several waves; null where the data are one wave.</summary>
    public RepeatedUnits? Repeated { get; init; }

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

/// <summary>
/// What a weighting step does to any weights of the same respondents, so that it can be repeated in every replicate.
/// </summary>
internal interface IReweighting
{
    /// <summary>
    /// The number of independent totals that the weights meet after the step, whatever they were before; null when the step
    /// only multiplies them.
    /// </summary>
    int? Constraints { get; }

    /// <summary>Replaces weights before the step by those after it; safe to call from several threads.</summary>
    /// <exception cref="SurveyException">The step can't be taken from these weights; the message names the category.</exception>
    void Reweight(Span<double> weights);
}

/// <summary>
/// A step whose factors stay those of the full sample in every replicate: adjustments for non-response, whose
/// non-respondents are in no replicate; trimming, whose limits mean nothing to a respondent drawn twice; and scaling.
/// </summary>
/// <param name="factors">For each row its weight after the step over that before it.</param>
internal sealed class FixedFactors(double[] factors) : IReweighting
{
    /// <inheritdoc/>
    public int? Constraints => null;

    /// <summary>For each row its factor.</summary>
    public double[] Factors => factors;

    /// <summary>The factors between two sets of weights; 1 for a row outside the sample, which has none.</summary>
    public static FixedFactors Between(double[] before, double[] after) => new([.. after.Zip(before, (w, b) => b == 0 ? 1 : w / b)]);

    /// <inheritdoc/>
    public void Reweight(Span<double> weights)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] *= factors[row];
        }
    }
}

/// <summary>
/// What calibrating to known totals does to a variance: the part of a variable that the totals explain has none, so
/// the linearised variable is replaced by its residual (Deville and Särndal 1992).
/// </summary>
internal interface IProjection
{
    /// <summary>The variables X that weights were fitted to.</summary>
    AuxiliaryMatrix Auxiliaries { get; }

    /// <summary>The weights after the step.</summary>
    double[] Weights { get; }

    /// <summary>The weight q by which each row counts in the regression on X.</summary>
    double[] RowWeights { get; }

    /// <summary>The coefficients b of what the totals explain of an influence u, Xb.</summary>
    /// <param name="totals">X′Qu, one number a column.</param>
    double[] Coefficients(ReadOnlySpan<double> totals);

    /// <summary>Replaces a weighted linearised variable (weight × influence, one value a row) by its residual.</summary>
    void Project(Span<double> weighted);

    /// <summary>The same, to the last digit: another one where residuals are taken by a number of rounds.</summary>
    IProjection Exact => this;
}
