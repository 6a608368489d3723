namespace SurveyStatistics.Estimation;

/// <summary>One estimate with everything needed to judge it.</summary>
public sealed record Estimate
{
    /// <summary>What was estimated.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The group it is about; empty for everybody.</summary>
    public required IReadOnlyList<GroupValue> Groups { get; init; }

    /// <summary>The value in the measure's unit (a share is 0–1).</summary>
    public required double Value { get; init; }

    /// <summary>The standard error; NaN for a count.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>The confidence interval; null where there is none.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The unweighted number of respondents in the base.</summary>
    public required int? Respondents { get; init; }

    /// <summary>
    /// The effective number of respondents: the size of a simple random sample with the same standard error; NaN when
    /// not defined.
    /// </summary>
    public double EffectiveRespondents { get; init; } = double.NaN;

    /// <summary>
    /// The design effect: the variance over that of a simple random sample of the same size drawn without replacement
    /// from the weighted base (<c>deff = TRUE</c> in R's survey package); NaN where the effective number is.
    /// </summary>
    public double DesignEffect => DesignEffectWithReplacement / (1 - ((Respondents ?? double.NaN) / Base));

    /// <summary>
    /// The design effect against a simple random sample drawn with replacement (<c>deff = "replace"</c> in R's survey
    /// package); NaN where the effective number of respondents is.
    /// </summary>
    public double DesignEffectWithReplacement => ((Respondents ?? double.NaN) - 1) / EffectiveRespondents;

    /// <summary>The estimated number of population units in the base; NaN for a count.</summary>
    public double Base { get; init; } = double.NaN;

    /// <summary>The degrees of freedom behind the interval; NaN where there are none.</summary>
    public double DegreesOfFreedom { get; init; } = double.NaN;

    /// <summary>How much the number can be relied on.</summary>
    public Reliability Reliability { get; init; }

    /// <summary>The respondents behind the number; null when it isn't made of respondents.</summary>
    public CellMembers? Members { get; init; }

    /// <summary>How the number follows from the design's weights; null where it has no linearised variable.</summary>
    internal EstimateSource? Source { get; init; }
}

/// <summary>What was estimated: a variable and, for a share, the answer counted.</summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="Code">The category's code; null for a mean or a total of a number.</param>
public sealed record Outcome(string Variable, string? Code)
{
    /// <summary>Whether it is a reason for having no answer, such as «don't know», counted beside the answers.</summary>
    public bool IsReason { get; init; }
}

/// <summary>One coordinate of the group an estimate is about.</summary>
/// <param name="Variable">The grouping variable's name.</param>
/// <param name="Code">The category's code.</param>
public sealed record GroupValue(string Variable, string Code)
{
    /// <summary>For the effect of a category in a model: the code of the category it is compared with; else null.</summary>
    public string? Reference { get; init; }
}

/// <summary>A confidence interval.</summary>
/// <param name="Lower">The lower limit, in the estimate's unit; NaN where a quantile has none.</param>
/// <param name="Upper">The upper limit, in the estimate's unit; NaN where a quantile has none.</param>
/// <param name="Level">The confidence level, for example 0.95.</param>
/// <param name="Method">The name of the method, for example <c>logit</c>.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double Level, string Method)
{
    /// <summary>The distance between the limits.</summary>
    public double Width => Upper - Lower;
}
