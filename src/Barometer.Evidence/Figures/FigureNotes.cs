using Barometer.Analysis.Estimation;
using Barometer.Evidence.Formats;
using Barometer.Evidence.Tables;
using Barometer.Evidence.Text;

namespace Barometer.Evidence.Figures;

/// <summary>How to read a chart of estimates, in as few words as it takes.</summary>
internal static class FigureNotes
{
    /// <summary>What the whiskers are, what n is, and what «:» and «..» stand for, where the chart has them.</summary>
    public static string Of(EstimateTable table, CommonBase common, NumberFormat format)
    {
        var shown = table.Estimates.Where(ReleasedCell.IsShown).ToArray();
        string?[] parts =
        [
            IntervalWording.Level(shown) is { } level ? IntervalWording.Whiskers(level).In(format.Language) : null,
            common.Note(shown.Any(estimate => estimate.Respondents is not null)),
            shown.Length < table.Estimates.Count ? SymbolWording.Explained(StandardSymbol.NotPublishable, format.Language) : null,
            shown.Any(estimate => !double.IsFinite(estimate.Value)) ? SymbolWording.Explained(StandardSymbol.Missing, format.Language) : null,
        ];
        return string.Join(" ", parts.OfType<string>());
    }
}
