namespace Barometer.Analysis.Estimation;

/// <summary>Reasons to read an estimate with care; none means it may stand alone. The limits are our own choice (docs/method.md).</summary>
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
}
