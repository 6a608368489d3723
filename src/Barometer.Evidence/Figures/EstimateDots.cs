namespace Barometer.Evidence.Figures;

/// <summary>Describes released estimates as points with their intervals, on an axis from zero.</summary>
internal static class EstimateDots
{
    private static readonly LocalizedText Kind = new("Punktdiagram", "Dot chart");

    /// <summary>The figure of <paramref name="released"/>.</summary>
    public static FigureDescription Describe(Released<ReleasedTable> released, FigureOptions options)
    {
        var frame = new EstimateFrame(released, options);
        var order = options.Order != BarOrder.Suited ? options.Order : EstimateOrder.Suited(frame.Table);
        var rows = BarSorting.Sort(
            [.. frame.Table.Estimates.Select(estimate => Row(frame, estimate))], order, row => row.Section, row => row.IsTotal, row => row.Value);
        var chart = new DotChart(rows, ValueAxis.Holding(Ends(rows), frame.Quantity.Factor, frame.AxisLabel), Reference: 0);
        return frame.Describe("dots", chart, Kind, [.. rows.Select(Spoken)]);
    }

    private static DotRow Row(EstimateFrame frame, ReleasedEstimate estimate)
    {
        var label = frame.Layout.RowLabel(estimate).In(frame.Language);
        var (lower, upper) = frame.Limits(estimate);
        var isTotal = estimate.Groups.Count == 0 && frame.Layout.HasGroups;
        return new DotRow
        {
            Label = frame.Base.Label(label, ReleasedCell.IsShown(estimate) ? frame.Behind(estimate) : null),
            Section = frame.Layout.Section(estimate)?.In(frame.Language),
            Value = frame.Drawn(estimate),
            Lower = lower,
            Upper = upper,
            ValueLabel = frame.Text(estimate),
            Spoken = frame.Spoken(label, estimate),
            IsTotal = isTotal,
            IsStrong = isTotal && frame.Layout.Section(estimate) is null,
        };
    }

    private static SpokenRow Spoken(DotRow row) =>
        new(SpokenRow.Under(row.Section, row.Spoken), row.Value, row.IsTotal, row.ValueLabel == ":");

    private static IEnumerable<double> Ends(IEnumerable<DotRow> rows) =>
        rows.SelectMany(row => new[] { row.Value ?? 0, row.Lower ?? 0, row.Upper ?? 0 });
}
