namespace Barometer.Analysis.Loading;

/// <summary>What a variable means for anonymity.</summary>
public enum DisclosureRole
{
    /// <summary>Neither identifies nor is sensitive.</summary>
    None = 0,

    /// <summary>Names the respondent or workplace.</summary>
    Identifier,

    /// <summary>Names the organisation (holding) that must not be recognised: the agency.</summary>
    Organisation,

    /// <summary>A group that readers know the members of: agency group, ministry area, size band, region.</summary>
    Group,

    /// <summary>An answer that an organisation may not want to be known by.</summary>
    Sensitive,
}
