namespace Barometer.Evidence.Figures;

/// <summary>What an author may settle about a figure; everything left out comes from the release.</summary>
public sealed record FigureOptions
{
    /// <summary>A title that says the answer in a sentence; without it the title says what the figure shows, by what.</summary>
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
