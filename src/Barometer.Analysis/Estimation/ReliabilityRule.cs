namespace Barometer.Analysis.Estimation;

/// <summary>
/// When an estimate is to be read with care: fewer than 30 effective respondents, a share's interval wider than 30
/// percentage points, fewer than 8 degrees of freedom. The limits are those of the US National Center for Health
/// Statistics' standards for proportions (Parker et al. 2017), taken as ours for all estimates.
/// </summary>
internal static class ReliabilityRule
{
    /// <summary>Judges an estimate.</summary>
    /// <param name="effective">The effective number of respondents, or the number itself where none is defined.</param>
    /// <param name="degreesOfFreedom">The design's degrees of freedom in the base.</param>
    /// <param name="shareInterval">The interval of a share; null for other measures.</param>
    public static Reliability Judge(double effective, double degreesOfFreedom, ConfidenceInterval? shareInterval) =>
        (effective >= 30 ? Reliability.Good : Reliability.FewEffective)
        | (shareInterval?.Width > 0.30 ? Reliability.WideInterval : Reliability.Good)
        | (degreesOfFreedom >= 8 ? Reliability.Good : Reliability.FewDegreesOfFreedom);
}
