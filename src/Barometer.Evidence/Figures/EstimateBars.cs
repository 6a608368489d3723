namespace Barometer.Evidence.Figures;

/// <summary>Describes released estimates as bars.</summary>
internal sealed class EstimateBars
{
    private static readonly LocalizedText Kind = new("Søylediagram", "Bar chart");

    private readonly EstimateFrame _frame;

    private EstimateBars(EstimateFrame frame) => _frame = frame;

    /// <summary>The figure of <paramref name="released"/>.</summary>
    public static FigureDescription Describe(Released<ReleasedTable> released, FigureOptions options) =>
        new EstimateBars(new EstimateFrame(released, options, hasSigns: false)).Describe();

    private FigureDescription Describe()
    {
        var order = _frame.Order != BarOrder.Suited ? _frame.Order : EstimateOrder.Suited(_frame.Table);
        var rows = BarSorting.Sort([.. _frame.Table.Estimates.Select(Row)], order);
        var ends = rows.SelectMany(row => new[] { row.Value ?? 0, row.Lower ?? 0, row.Upper ?? 0 });
        return _frame.Describe(
            "",
            new BarChart(rows, ValueAxis.Holding(ends, _frame.Quantity.Factor, _frame.AxisLabel)),
            Kind,
            [.. rows.Select(SpokenRow.Of)]);
    }

    private BarRow Row(ReleasedEstimate estimate)
    {
        var row = _frame.Bar(_frame.Layout.RowLabel(estimate).In(_frame.Language), estimate);
        return row with
        {
            Label = row.Value is null ? row.Label : _frame.Base.Label(row.Label, _frame.Behind(estimate)),
            Section = _frame.Layout.Section(estimate)?.In(_frame.Language),
            IsTotal = estimate.Groups.Count == 0 && _frame.Layout.HasGroups,
        };
    }
}
