namespace Barometer.Evidence.Figures;

/// <summary>What stands around every chart: title, subtitle, notes, source, mark of synthetic data or a draft, and alternative text.</summary>
internal static class FigureFrame
{
    /// <summary>Bars, as the alternative text calls them.</summary>
    public static readonly LocalizedText BarChart = new("Søylediagram", "Bar chart");

    /// <summary>Points, as the alternative text calls them.</summary>
    public static readonly LocalizedText DotChart = new("Punktdiagram", "Dot chart");

    /// <summary>The figure around a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="options">What the author settles: a title of their own, a note that stands last.</param>
    /// <param name="stamp">The release it stands on.</param>
    /// <param name="id">The name of its files.</param>
    /// <param name="title">The title where the author has none.</param>
    /// <param name="subtitle">What stands under the title.</param>
    /// <param name="notes">How to read the chart.</param>
    /// <param name="source">Where the numbers come from, without «Kilde:».</param>
    /// <param name="kind">What sort of chart it is.</param>
    /// <param name="spoken">Its rows in words; null for the chart's own.</param>
    public static FigureDescription Around(
        RowChart chart,
        FigureOptions options,
        ReleaseStamp stamp,
        string id,
        LocalizedText title,
        string subtitle,
        IEnumerable<string> notes,
        LocalizedText source,
        LocalizedText kind,
        IReadOnlyList<SpokenRow>? spoken = null)
    {
        var language = options.Language;
        chart = FigureChoices.Painted(chart, options);
        var heading = options.OwnTitle ?? title.In(language);
        return new FigureDescription
        {
            Id = id,
            Language = language,
            HasTitle = options.Variant == FigureVariant.Standalone,
            Title = heading,
            Subtitle = EstimateWording.AsSentence(subtitle),
            Notes = options.OwnNote is { } own ? [.. notes, own] : [.. notes],
            Source = Source(source, language),
            Mark = Wording.Mark(options.IsDraft, stamp.IsSynthetic)?.In(language),
            AltText = AltText.Of(kind, heading, spoken ?? [.. chart.Rows.Select(SpokenRow.Of)], options.IsDraft, stamp.IsSynthetic, language),
            Stamp = stamp,
            Chart = chart,
            Size = options.Size switch
            {
                FigureSize.Slide => PictureSize.Slide,
                FigureSize.HalfPage => PictureSize.HalfPage,
                _ => PictureSize.Page,
            },
        };
    }

    /// <summary>The source line, with «Kilde:».</summary>
    public static string Source(LocalizedText source, Language language) =>
        $"{Wording.Source.In(language)}: {EstimateWording.AsSentence(source.In(language))}";
}
