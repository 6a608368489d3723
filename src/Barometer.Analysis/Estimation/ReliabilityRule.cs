namespace Barometer.Analysis.Estimation;

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
}
