namespace SurveyStatistics.Weighting;

/// <summary>One step in the making of the weights.</summary>
public sealed record WeightStep
{
    /// <summary>What was done.</summary>
    public required WeightStepKind Kind { get; init; }

    /// <summary>The distribution of the weights after the step.</summary>
    public WeightSummary Weights { get; internal init; } = null!;

    /// <summary>The variables it was done with, as one text; empty where none took part.</summary>
    public string Variables { get; init; } = "";

    /// <summary>The rounds until the totals were met; null where nothing is iterated.</summary>
    public int? Rounds { get; init; }

    /// <summary>The number of classes of propensity; null where there are none.</summary>
    public int? Classes { get; init; }

    /// <summary>The limits of the weights, or of the factors of a calibration; null where there are none.</summary>
    public (double Lower, double Upper)? Limits { get; init; }

    /// <summary>How the distance to the weights before was measured; null unless calibrated.</summary>
    public CalibrationDistance? Distance { get; init; }

    /// <summary>What the base weights are; null for later steps.</summary>
    public WeightBasis? Basis { get; init; }

    /// <summary>Whether small strata were merged for the base weights.</summary>
    public bool HasMergedStrata { get; init; }

    /// <summary>The method of the replicate weights; empty for other steps.</summary>
    public string Method { get; init; } = "";

    /// <summary>The sum that the weights were scaled to; null unless scaled.</summary>
    public double? Total { get; init; }

    /// <summary>The step's name, for example «raking».</summary>
    public string Name => Kind switch
    {
        WeightStepKind.Base => Basis == WeightBasis.Unweighted ? "unweighted" : "base weight",
        WeightStepKind.PostStratification => "post-stratification",
        WeightStepKind.Raking => "raking",
        WeightStepKind.Calibration => "calibration",
        WeightStepKind.Trimming => "trimming",
        WeightStepKind.Scaling => "scaling",
        WeightStepKind.Standardisation => "standardisation",
        WeightStepKind.SecondPhase => "second phase",
        WeightStepKind.Replication => "replicate weights",
        _ => "non-response adjustment",
    };

    /// <summary>With what: the variables, the classes, the limits, the rounds.</summary>
    public string Detail => Kind switch
    {
        WeightStepKind.Base => BaseDetail(),
        WeightStepKind.Raking => FormattableString.Invariant($"{Variables}; {Rounds} rounds"),
        WeightStepKind.Calibration => FormattableString.Invariant($"{Variables}; {Distance.ToString()!.ToLowerInvariant()}{Bounds()}, {Rounds} iterations"),
        WeightStepKind.Trimming => FormattableString.Invariant($"{Limits!.Value.Lower:0.###}–{(double.IsInfinity(Limits.Value.Upper) ? "∞" : Limits.Value.Upper):0.###}"),
        WeightStepKind.Scaling => FormattableString.Invariant($"sum {Total}"),
        WeightStepKind.ResponseGroups => $"response groups of {Variables}",
        WeightStepKind.ResponsePhase => $"response groups of {Variables} as the sample's second phase",
        WeightStepKind.PropensityClasses => FormattableString.Invariant($"{Classes} classes of response propensity by {Variables}"),
        WeightStepKind.InversePropensity => $"divided by response propensity by {Variables}",
        WeightStepKind.SecondPhase => $"strata of {Variables}",
        WeightStepKind.Replication => Method,
        _ => Variables,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Detail}";

    private string BaseDetail() => Basis switch
    {
        WeightBasis.Unweighted => "every answer counts once",
        WeightBasis.Variable => $"the variable {Method}",
        WeightBasis.Invited => "population over invited",
        _ => "population over respondents",
    }
        + (Variables.Length == 0 ? "" : $" in each stratum of {Variables}") + (HasMergedStrata ? ", small strata merged" : "");

    private string Bounds() => Limits is { } limits ? FormattableString.Invariant($", {limits.Lower}–{limits.Upper}") : "";
}

/// <summary>What a step in the making of weights does.</summary>
public enum WeightStepKind
{
    /// <summary>The weights to start from.</summary>
    Base,

    /// <summary>Post-stratification.</summary>
    PostStratification,

    /// <summary>Raking to margins.</summary>
    Raking,

    /// <summary>Calibration to totals.</summary>
    Calibration,

    /// <summary>Trimming to limits.</summary>
    Trimming,

    /// <summary>Scaling to a sum.</summary>
    Scaling,

    /// <summary>Non-response adjustment by response groups.</summary>
    ResponseGroups,

    /// <summary>Non-response as a second phase of sampling.</summary>
    ResponsePhase,

    /// <summary>Non-response adjustment by classes of estimated propensity.</summary>
    PropensityClasses,

    /// <summary>Non-response adjustment by each respondent's estimated propensity.</summary>
    InversePropensity,

    /// <summary>A second phase of sampling.</summary>
    SecondPhase,

    /// <summary>Replicate weights.</summary>
    Replication,

    /// <summary>Direct standardisation of groups to one composition.</summary>
    Standardisation,
}

/// <summary>What base weights are made of.</summary>
public enum WeightBasis
{
    /// <summary>Every answer counts once.</summary>
    Unweighted,

    /// <summary>A variable of the data.</summary>
    Variable,

    /// <summary>The population over those invited.</summary>
    Invited,

    /// <summary>The population over the respondents.</summary>
    Respondents,
}

/// <summary>The distribution of a set of weights and what their unevenness costs.</summary>
/// <param name="Count">The number of respondents with a weight above zero.</param>
/// <param name="Sum">The sum of the weights: the size of the population they stand for.</param>
/// <param name="Minimum">The smallest weight.</param>
/// <param name="Maximum">The largest weight.</param>
/// <param name="SumOfSquares">The sum of the squared weights.</param>
public sealed record WeightSummary(int Count, double Sum, double Minimum, double Maximum, double SumOfSquares)
{
    /// <summary>The mean weight.</summary>
    public double Mean => Sum / Count;

    /// <summary>
    /// Kish's design effect of unequal weighting, n Σw² / (Σw)², that is 1 + the squared coefficient of variation
    /// (Kish 1965, 11.7): how much larger the variance of a mean becomes when weights and answers are unrelated.
    /// </summary>
    public double KishDesignEffect => Count * SumOfSquares / (Sum * Sum);

    /// <summary>The effective number of respondents after weighting, (Σw)² / Σw².</summary>
    public double EffectiveRespondents => Sum * Sum / SumOfSquares;

    /// <summary>Describes <paramref name="weights"/>.</summary>
    /// <exception cref="ArgumentException">No weight is above zero.</exception>
    public static WeightSummary Of(ReadOnlySpan<double> weights)
    {
        var (count, sum, squares, minimum, maximum) = (0, 0.0, 0.0, double.PositiveInfinity, 0.0);
        foreach (var weight in weights)
        {
            if (weight != 0)
            {
                count++;
                sum += weight;
                squares += weight * weight;
                minimum = Math.Min(minimum, weight);
                maximum = Math.Max(maximum, weight);
            }
        }

        return count > 0
            ? new WeightSummary(count, sum, minimum, maximum, squares)
            : throw new ArgumentException("At least one weight must be above zero.", nameof(weights));
    }
}
