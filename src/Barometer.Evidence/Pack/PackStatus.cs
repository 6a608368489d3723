namespace Barometer.Evidence.Pack;

/// <summary>What the numbers of a figure or table are made of.</summary>
internal enum PackStatus
{
    /// <summary>Of answers that code made.</summary>
    Synthetic,

    /// <summary>Of figures that others have published.</summary>
    Published,

    /// <summary>Of answers that were given, or of rules.</summary>
    Real,
}

/// <summary>The words of <see cref="PackStatus"/>.</summary>
internal static class PackStatuses
{
    /// <summary>What the numbers of a release are made of.</summary>
    public static PackStatus Of(ReleaseStamp stamp) => stamp switch
    {
        { IsSynthetic: true } => PackStatus.Synthetic,
        { Survey: "published" } => PackStatus.Published,
        _ => PackStatus.Real,
    };

    /// <summary>«syntetisk», «publisert tall» or «ekte».</summary>
    public static LocalizedText Words(this PackStatus status) => status switch
    {
        PackStatus.Synthetic => new("syntetisk", "synthetic"),
        PackStatus.Published => new("publisert tall", "published figure"),
        _ => new("ekte", "real"),
    };
}
