namespace Barometer.Analysis.Anonymity;

/// <summary>How a release protects what may not be seen.</summary>
public enum DisclosureMethod
{
    /// <summary>Cells are hidden (primary and secondary suppression); what is shown is right.</summary>
    Suppression = 0,

    /// <summary>
    /// For numbers of respondents that must stay complete: small ones become zero or the base of the policy, and the table's totals
    /// follow (small count rounding; Langsrud and Heldal, Privacy in Statistical Databases 2018).
    /// </summary>
    SmallCountRounding,
}
