namespace Barometer.Evidence.Figures;

/// <summary>
/// A chart in words: what it shows and its main numbers. Up to six rows are all told; of more, the largest, the smallest
/// and everybody.
/// </summary>
internal static class AltText
{
    private const int ToldInFull = 6;

    /// <summary>The sentences.</summary>
    public static string Of(string title, IReadOnlyList<BarRow> rows, bool isSynthetic, Language language) => Of(
        new LocalizedText("Søylediagram", "Bar chart"),
        title,
        [.. rows.Select(SpokenRow.Of)],
        isSynthetic,
        language);

    /// <summary>The sentences of a dot chart.</summary>
    public static string Of(string title, IReadOnlyList<DotRow> rows, bool isSynthetic, Language language) => Of(
        new LocalizedText("Punktdiagram", "Dot chart"),
        title,
        [.. rows.Select(row => new SpokenRow(SpokenRow.Under(row.Section, row.Spoken), row.Value, false, row.Value is null))],
        isSynthetic,
        language);

    /// <summary>The sentences of any kind of chart.</summary>
    public static string Of(LocalizedText kind, string title, IReadOnlyList<SpokenRow> rows, bool isSynthetic, Language language)
    {
        var english = language == Language.En;
        var sentences = new List<string> { $"{kind.In(language)}: {title}" };
        if (isSynthetic)
        {
            sentences.Add(english ? "The data are synthetic" : "Dataene er syntetiske");
        }

        var shown = rows.Where(row => row.Value is not null).ToArray();
        sentences.AddRange(shown.Length <= ToldInFull ? shown.Select(row => row.Told) : Extremes(shown, english));
        var withheld = rows.Count(row => row.IsWithheld);
        if (withheld > 0)
        {
            sentences.Add(FormattableString.Invariant(english
                ? (FormattableString)$"{withheld} of {rows.Count} numbers are withheld to keep answers anonymous"
                : $"{withheld} av {rows.Count} tall kan ikke offentliggjøres av hensyn til anonymiteten"));
        }

        return string.Join(" ", sentences.Select(EstimateWording.Sentence));
    }

    private static IEnumerable<string> Extremes(SpokenRow[] shown, bool english)
    {
        var parts = shown.Where(row => !row.IsTotal).ToArray();
        yield return (english ? "Highest: " : "Høyest: ") + parts.MaxBy(row => row.Value)!.Told;
        yield return (english ? "Lowest: " : "Lavest: ") + parts.MinBy(row => row.Value)!.Told;
        foreach (var total in shown.Where(row => row.IsTotal))
        {
            yield return total.Told;
        }
    }
}
