namespace Barometer.Evidence.Published;

/// <summary>What a published figure measures.</summary>
public enum PublishedUnit
{
    /// <summary>A share of a base, 0–1.</summary>
    Share,

    /// <summary>A number of units.</summary>
    Number,

    /// <summary>An item of a list, named and not measured.</summary>
    Item,
}
