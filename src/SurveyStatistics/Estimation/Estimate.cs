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

/// <summary>Reasons to read an estimate with care, and the one to read it as no estimate; none means it may stand alone.</summary>
[Flags]
public enum Reliability
{
    /// <summary>No reason for care.</summary>
    Good = 0,

    /// <summary>The effective number of respondents is below 30.</summary>
    FewEffective = 1,

    /// <summary>The confidence interval of a share, a balance or a difference of shares is wider than 30 percentage points.</summary>
    WideInterval = 2,

    /// <summary>The design leaves fewer than 8 degrees of freedom.</summary>
    FewDegreesOfFreedom = 4,

    /// <summary>
    /// Strata, or totals that the weights were fitted to, fix the number: it has no sampling variance, and its interval is the number itself.
    /// </summary>
    FixedByDesign = 8,
}

/// <summary>
/// When an estimate is to be read with care: fewer than 30 effective respondents, an interval wider than 30 percentage
/// points, fewer than 8 degrees of freedom. The limits are those of the US National Center for Health Statistics' standards
/// for proportions (Parker et al. 2017), taken as ours for all estimates.
/// </summary>
internal static class ReliabilityRule
{
    /// <summary>Judges an estimate.</summary>
    /// <param name="effective">The effective number of respondents, or the number itself where none is defined.</param>
    /// <param name="degreesOfFreedom">The design's degrees of freedom in the base.</param>
    /// <param name="points">The interval of what is measured in points: a share, a balance or a difference of shares; null for others.</param>
    public static Reliability Judge(double effective, double degreesOfFreedom, ConfidenceInterval? points) =>
        (effective >= 30 ? Reliability.Good : Reliability.FewEffective)
        | (points?.Width > 0.30 ? Reliability.WideInterval : Reliability.Good)
        | (degreesOfFreedom >= 8 ? Reliability.Good : Reliability.FewDegreesOfFreedom);

    /// <summary>
    /// Kish's (1965) effective number of respondents, (Σw)² / Σw²: what unequal weights leave of them. Slopes and coefficients
    /// are judged by it, since they have no variance of a simple random sample to compare with.
    /// </summary>
    /// <param name="weights">The weights.</param>
    /// <param name="counts">Whether a row counts.</param>
    public static double EffectiveNumber(double[] weights, Func<int, bool> counts)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < weights.Length; row++)
        {
            if (counts(row))
            {
                sum += weights[row];
                squares += weights[row] * weights[row];
            }
        }

        return squares > 0 ? sum * sum / squares : 0;
    }
}
