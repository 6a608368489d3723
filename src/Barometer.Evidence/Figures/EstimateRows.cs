namespace Barometer.Evidence.Figures;

/// <summary>Describes released estimates as bars, or as points, with their intervals, on an axis from zero.</summary>
internal static class EstimateRows
{
    /// <summary>The figure of <paramref name="released"/> as bars.</summary>
    public static FigureDescription Bars(Released<ReleasedTable> released, FigureOptions options)
    {
        var frame = new EstimateFrame(released, options, hasSigns: false);
        var rows = Rows(frame, options, row => row.IsTotal);
        return frame.Describe("", new RowChart(RowMark.Bars, rows, frame.Axis(rows)) { Reference = 0 }, FigureFrame.BarChart);
    }

    /// <summary>The figure of <paramref name="released"/> as points.</summary>
    public static FigureDescription Dots(Released<ReleasedTable> released, FigureOptions options)
    {
        var frame = new EstimateFrame(released, options);
        var rows = Rows(frame, options, row => row.IsStrong);
        return frame.Describe("dots", new RowChart(RowMark.Dots, rows, frame.Axis(rows)) { Reference = 0 }, FigureFrame.DotChart);
    }

    private static IReadOnlyList<ChartRow> Rows(EstimateFrame frame, FigureOptions options, Func<ChartRow, bool> standsOut) => RowOrder.Sort(
        [.. frame.Table.Estimates.Select(frame.Row).Select(row => row with { Tone = standsOut(row) ? RowTone.Total : RowTone.Usual })],
        options.Order != BarOrder.Suited ? options.Order : Suited(frame.Table),
        options);

    /// <summary>By value for a battery of questions; groups and the answers to one question have an order of their own.</summary>
    private static BarOrder Suited(ReleasedTable table) =>
        table.By.Count == 0 && table.Estimates.Select(estimate => estimate.Outcome.Variable).Distinct().Count() > 1 ? BarOrder.Value : BarOrder.Codebook;
}
