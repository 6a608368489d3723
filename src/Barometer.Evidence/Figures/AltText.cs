namespace Barometer.Evidence.Figures;

/// <summary>
/// A chart in words: what it shows and its main numbers. Up to six rows are all told; of more, the largest, the smallest
/// and everybody.
/// </summary>
internal static class AltText
{
    private const int ToldInFull = 6;

    /// <summary>One row in words: «Direktorat: 62 % (KI 57–67, n = 143)».</summary>
    public static string Row(string label, string value, string? interval, int? respondents, NumberFormat format)
    {
        var details = new List<string>(2);
        if (interval is not null)
        {
            details.Add((format.Language == Language.En ? "CI " : "KI ") + interval);
        }

        if (respondents is { } n)
        {
            details.Add($"n\u00A0=\u00A0{format.Integer(n)}");
        }

        return details.Count == 0 ? $"{label}: {value}" : $"{label}: {value} ({string.Join(", ", details)})";
    }

    /// <summary>The sentences.</summary>
    /// <param name="kind">What sort of chart it is.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="rows">Its rows in words.</param>
    /// <param name="isDraft">Whether the figure is one.</param>
    /// <param name="isSynthetic">Whether the data are.</param>
    /// <param name="language">The language.</param>
    public static string Of(LocalizedText kind, string title, IReadOnlyList<SpokenRow> rows, bool isDraft, bool isSynthetic, Language language)
    {
        var english = language == Language.En;
        var sentences = new List<string> { $"{kind.In(language)}: {title}" };
        if (isDraft)
        {
            sentences.Add(english ? "The figure is a draft" : "Figuren er et utkast");
        }

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
                ? (FormattableString)$"{withheld} of {rows.Count} numbers {(withheld == 1 ? "is" : "are")} withheld to keep answers anonymous"
                : $"{withheld} av {rows.Count} tall kan ikke offentliggjøres av hensyn til anonymiteten"));
        }

        return string.Join(" ", sentences.Select(EstimateWording.AsSentence));
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

/// <summary>One row of a chart in words, for those who don't see it.</summary>
/// <param name="Told">The row's section, label, number, interval and answers.</param>
/// <param name="Value">What rows are compared by; null when the row shows nothing.</param>
/// <param name="IsTotal">Whether it is about everybody.</param>
/// <param name="IsWithheld">Whether its number may not be published.</param>
internal sealed record SpokenRow(string Told, double? Value, bool IsTotal, bool IsWithheld)
{
    /// <summary>A row in words.</summary>
    public static SpokenRow Of(ChartRow row) => Of(row, row.Value, row.Form == ValueForm.Suppressed);

    /// <summary>A row in words that is compared by another number than its own, or holds several.</summary>
    public static SpokenRow Of(ChartRow row, double? value, bool isWithheld) =>
        new(row.Section is null ? row.Spoken : $"{row.Section}, {row.Spoken}", value, row.IsTotal, isWithheld);
}
