using System.Globalization;
using Barometer.Analysis;
using Barometer.Analysis.Estimation;
using Barometer.Evidence.Formats;
using Barometer.Evidence.Tables;

namespace Barometer.Evidence.Figures;

/// <summary>How to read a chart of estimates, in as few words as it takes.</summary>
internal static class FigureNotes
{
    /// <summary>What the whiskers are, what n is, and what «:» stands for, where the chart has them.</summary>
    public static List<string> Of(EstimateTable table, Language language)
    {
        var notes = new List<string>();
        var shown = table.Estimates.Where(ReleasedCell.IsShown).ToArray();
        var reading = string.Join(" ", Reading(shown, language));
        if (reading.Length > 0)
        {
            notes.Add(reading);
        }

        if (shown.Length < table.Estimates.Count)
        {
            notes.Add(Symbol(StandardSymbol.NotPublishable, language));
        }

        if (shown.Any(estimate => !double.IsFinite(estimate.Value)))
        {
            notes.Add(Symbol(StandardSymbol.Missing, language));
        }

        return notes;
    }

    private static IEnumerable<string> Reading(IReadOnlyCollection<Estimate> shown, Language language)
    {
        if (shown.FirstOrDefault(estimate => estimate.Interval is not null)?.Interval is { } interval)
        {
            var level = Math.Round((decimal)interval.Level * 100m, 1).ToString("0.#", CultureInfo.InvariantCulture);
            yield return language == Language.En
                ? $"The lines show the {level} per cent confidence interval."
                : $"Strekene viser {level.Replace('.', ',')} prosent konfidensintervall.";
        }

        if (shown.Any(estimate => estimate.Respondents is not null))
        {
            yield return language == Language.En ? "n: number of answers." : "n: antall svar.";
        }
    }

    private static string Symbol(StandardSymbol symbol, Language language) =>
        $"«{symbol.Sign()}» {symbol.Meaning().In(language)}.";
}
