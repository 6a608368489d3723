namespace Barometer.Evidence.Pack;

/// <summary>A figure or table with its number in the evidence pack.</summary>
/// <param name="Exhibit">The figure or table.</param>
/// <param name="Number">Its number.</param>
internal sealed record PackItem(Exhibit Exhibit, ExhibitNumber Number)
{
    /// <summary>«Figur 2.1».</summary>
    public LocalizedText Label => Number.Label;

    /// <summary>Whether its numbers are real, published by others, or synthetic.</summary>
    public PackStatus Status => Exhibit.Stamp switch
    {
        { IsSynthetic: true } => PackStatus.Synthetic,
        { Survey: "published" } => PackStatus.Published,
        _ => PackStatus.Real,
    };

    /// <summary>The variables of the survey that its numbers are of and divided by, as far as its data name them.</summary>
    // The data have one column for each variable that groups, named after it, and one that names what is estimated.
    public IReadOnlyList<string> Variables()
    {
        if (Exhibit.Numbers.Content.Data is not { } data || !data.Columns.Contains("variable"))
        {
            return [];
        }

        var at = data.Columns.ToList().IndexOf("variable");
        return [.. data.Rows.Select(row => row[at]).Concat(data.Columns.TakeWhile(column => column != "group_nb")).Distinct(StringComparer.Ordinal)];
    }
}

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
    /// <summary>«syntetisk», «publisert tall» or «ekte».</summary>
    public static LocalizedText Words(this PackStatus status) => status switch
    {
        PackStatus.Synthetic => new("syntetisk", "synthetic"),
        PackStatus.Published => new("publisert tall", "published figure"),
        _ => new("ekte", "real"),
    };
}
