namespace Barometer.Evidence.Figures;

/// <summary>What an author may settle about a figure; everything left out comes from the release.</summary>
public sealed record FigureOptions
{
    /// <summary>A title that says the answer in a sentence; without it, and in a language in which it is empty, the title says what the figure shows, by what.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>The order of the bars.</summary>
    public BarOrder Order { get; init; }

    /// <summary>
    /// The decimals of the labels; by default those the release has (one for per cent), so that no number is rounded twice.
    /// </summary>
    public int? Decimals { get; init; }

    /// <summary>A note of the author's own under the chart.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>What stands inside the picture.</summary>
    public FigureVariant Variant { get; init; }

    /// <summary>Whether the picture says that it is a draft.</summary>
    internal bool IsDraft { get; init; }

    /// <summary>The author's title in the figure's language; null where there is none, and the figure's own stands.</summary>
    internal string? OwnTitle => Title?.In(Language) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The author's note in the figure's language; null where there is none.</summary>
    internal string? OwnNote => Note?.In(Language) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Labels in the place of the codebook's, by what they are called there.</summary>
    internal IReadOnlyList<(string Asked, LocalizedText Label)> Labels { get; init; } = [];

    /// <summary>What stands first, in this order.</summary>
    internal IReadOnlyList<string> First { get; init; } = [];

    /// <summary>What stands out.</summary>
    internal IReadOnlyList<string> Highlighted { get; init; } = [];

    /// <summary>What the title names: it stands out among bars where the author chooses nothing else.</summary>
    internal IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>Colours of what is called so; of all rows where nothing is called.</summary>
    internal IReadOnlyList<(string? Asked, string Hex)> Colors { get; init; } = [];

    /// <summary>How large it is.</summary>
    internal FigureSize Size { get; init; }

    /// <summary>The language of every word and number.</summary>
    public Language Language { get; init; }
}

/// <summary>What stands inside the picture.</summary>
public enum FigureVariant
{
    /// <summary>The picture stands alone: title, unit, chart, notes and source are all inside.</summary>
    Standalone,

    /// <summary>For a ministry's own layout, which sets the title itself: everything but the title is inside.</summary>
    Ministry,
}
