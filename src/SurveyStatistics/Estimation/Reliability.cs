namespace SurveyStatistics.Estimation;

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
