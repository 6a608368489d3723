namespace Barometer.Evidence.Text;

/// <summary>The sentences around published figures.</summary>
internal static class PublishedWording
{
    /// <summary>Every source once, joined with semicolons.</summary>
    public static LocalizedText Sources(PublishedSelection selection)
    {
        var titles = string.Join("; ", selection.Sources.Select(source => source.Title.TrimEnd('.')).Distinct());
        return new LocalizedText(titles, titles);
    }

    /// <summary>The heading of a series; null for figures that belong to none.</summary>
    public static LocalizedText? Series(PublishedSeries series) => series switch
    {
        PublishedSeries.WorksWith => new("Jobber med innovasjon", "Work with innovation"),
        PublishedSeries.Introduced => new("Har innført innovasjon", "Introduced an innovation"),
        PublishedSeries.Unclear => new("Formuleringen avgjør ikke serien", "The wording does not decide the series"),
        _ => null,
    };

    /// <summary>Why two series stand apart.</summary>
    public static readonly LocalizedText SeriesApart = new(
        "Seriene kan ikke sammenlignes: å jobbe med innovasjon krever mindre enn å ha innført en.",
        "The series can't be compared: to work with innovation asks for less than to have introduced one.");

    /// <summary>What hatching means.</summary>
    public static readonly LocalizedText Hatched = new(
        "Skravert: avrundet eller omtrentlig i kilden, gjengitt slik det står der.",
        "Hatched: rounded or approximate in the source, told as it stands there.");
}
