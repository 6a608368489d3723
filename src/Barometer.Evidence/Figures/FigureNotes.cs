namespace Barometer.Evidence.Figures;

/// <summary>How to read a chart of estimates, in as few words as it takes.</summary>
internal static class FigureNotes
{
    /// <summary>What the whiskers are, what n is, and what «:» and «..» stand for, where the chart has them.</summary>
    /// <param name="table">The estimates.</param>
    /// <param name="common">Where the number of answers is said.</param>
    /// <param name="format">How numbers are written.</param>
    /// <param name="hasWhiskers">Whether the chart draws intervals.</param>
    /// <param name="hasBase">Whether the chart leaves it to the notes to speak of n.</param>
    public static string Of(ReleasedTable table, CommonBase common, NumberFormat format, bool hasWhiskers = true, bool hasBase = true)
    {
        var shown = table.Estimates.Where(ReleasedCell.IsShown).ToArray();
        string?[] parts =
        [
            hasWhiskers && IntervalWording.Level(shown) is { } level ? IntervalWording.Whiskers(level).In(format.Language) : null,
            table.Rounding?.In(format.Language),
            !hasBase ? null : ResponseRate.Is(table) ? ResponseRate.BaseNote.In(format.Language) : common.Note(shown.Any(estimate => estimate.Respondents is not null)),
            shown.Length < table.Estimates.Count ? SymbolWording.Explained(StandardSymbol.NotPublishable, format.Language) : null,
            shown.Any(estimate => !double.IsFinite(estimate.Value)) ? SymbolWording.Explained(StandardSymbol.Missing, format.Language) : null,
        ];
        return string.Join(" ", parts.OfType<string>());
    }
}
