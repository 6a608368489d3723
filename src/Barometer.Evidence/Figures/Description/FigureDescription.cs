namespace Barometer.Evidence.Figures.Description;

/// <summary>
/// Everything a reader sees in a figure, worded and formatted, in one language. Renderers draw this and nothing else,
/// so that the picture, the interactive chart and the alternative text can't disagree.
/// </summary>
internal sealed record FigureDescription
{
    public required string Id { get; init; }

    public required Language Language { get; init; }

    /// <summary>Whether the title stands inside; without it the figure is for a layout that sets the title itself.</summary>
    public required bool HasTitle { get; init; }

    /// <summary>The answer in a sentence, or what the figure shows, by what.</summary>
    public required string Title { get; init; }

    /// <summary>What the figure shows where the title doesn't say it, the unit, the period and the weighting.</summary>
    public required string Subtitle { get; init; }

    /// <summary>How to read the chart, one sentence or more each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The source line, with «Kilde:».</summary>
    public required string Source { get; init; }

    /// <summary>The mark that stands inside the picture while the data are synthetic, or it is a draft; null otherwise.</summary>
    public required string? Mark { get; init; }

    /// <summary>The figure in words, for those who don't see it.</summary>
    public required string AltText { get; init; }

    public required ReleaseStamp Stamp { get; init; }

    public required RowChart Chart { get; init; }

    /// <summary>How large it is.</summary>
    public PictureSize Size { get; init; }
}

/// <summary>How large a picture is.</summary>
internal enum PictureSize
{
    /// <summary>As wide as the text of a page.</summary>
    Page,

    /// <summary>Half as wide.</summary>
    HalfPage,

    /// <summary>As wide as a telephone, with labels over their bars.</summary>
    Narrow,

    /// <summary>A slide, 16 to 9.</summary>
    Slide,
}
