namespace Barometer.Analysis.Anonymity;

/// <summary>Whether a cell may be seen.</summary>
public enum CellStatus
{
    /// <summary>No release has decided yet: not to be shown.</summary>
    Unreleased = 0,

    /// <summary>May be published.</summary>
    Published,

    /// <summary>
    /// Suppressed, shown as «:»: because the cell itself breaks a rule, or so that another can't be worked out. Which of the two
    /// it is isn't told: that a group breaks a rule can say that all in it gave the same answer.
    /// </summary>
    Suppressed,

    /// <summary>A number of respondents that is shown after small count rounding: not exact where it is small.</summary>
    Rounded,
}

/// <summary>How a release protects what may not be seen.</summary>
public enum DisclosureMethod
{
    /// <summary>Cells are suppressed (primary and secondary suppression); what is shown is right.</summary>
    Suppression = 0,

    /// <summary>
    /// For numbers of respondents that must stay complete: small ones become zero or the base of the policy, and the table's totals
    /// follow (small count rounding; Langsrud and Heldal, Privacy in Statistical Databases 2018).
    /// </summary>
    SmallCountRounding,
}
