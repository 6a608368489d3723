using Barometer.Analysis;
using Barometer.Evidence.Figures.Description;
using Barometer.Evidence.Text;

namespace Barometer.Evidence.Figures;

/// <summary>
/// A bar chart in words: what it shows and its main numbers. Up to six bars are all told; of more, the largest, the
/// smallest and everybody.
/// </summary>
internal static class AltText
{
    private const int ToldInFull = 6;

    /// <summary>The sentences.</summary>
    public static string Of(string title, IReadOnlyList<BarRow> rows, bool isSynthetic, Language language)
    {
        var english = language == Language.En;
        var sentences = new List<string> { $"{(english ? "Bar chart" : "Søylediagram")}: {title}" };
        if (isSynthetic)
        {
            sentences.Add(english ? "The data are synthetic" : "Dataene er syntetiske");
        }

        var shown = rows.Where(row => row.Value is not null).ToArray();
        sentences.AddRange(shown.Length <= ToldInFull ? shown.Select(Told) : Extremes(shown, english));
        var withheld = rows.Count(row => row.Form == BarForm.Suppressed);
        if (withheld > 0)
        {
            sentences.Add(FormattableString.Invariant(english
                ? (FormattableString)$"{withheld} of {rows.Count} numbers are withheld to keep answers anonymous"
                : $"{withheld} av {rows.Count} tall kan ikke offentliggjøres av hensyn til anonymiteten"));
        }

        return string.Join(" ", sentences.Select(EstimateWording.Sentence));
    }

    private static IEnumerable<string> Extremes(BarRow[] shown, bool english)
    {
        var parts = shown.Where(row => !row.IsTotal).ToArray();
        yield return (english ? "Highest: " : "Høyest: ") + Told(parts.MaxBy(row => row.Value)!);
        yield return (english ? "Lowest: " : "Lavest: ") + Told(parts.MinBy(row => row.Value)!);
        foreach (var total in shown.Where(row => row.IsTotal))
        {
            yield return Told(total);
        }
    }

    private static string Told(BarRow row) => row.Section is null ? row.Spoken : $"{row.Section}, {row.Spoken}";
}
