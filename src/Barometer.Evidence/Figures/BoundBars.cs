namespace Barometer.Evidence.Figures;

/// <summary>Describes what a reader can work out at most: shown shares as bars, hidden ones from the least to the most they can be.</summary>
internal sealed class BoundBars(Released<ReleasedTable> released, IReadOnlyDictionary<int, (double Low, double High)> bounds)
{
    private const int Decimals = 6;

    private static readonly LocalizedText Title = new("Hvor nær en leser kan komme det som er skjult", "How close a reader can come to what is hidden");

    private static readonly LocalizedText Reading = new(
        "Uten skravering: andelen som vises. Med skravering: et skjult tall; det ligger et sted i det skraverte, og mer kan ikke regnes ut av tabellene her. Grensene er rundet utover til nærmeste 5 prosentpoeng.",
        "Without hatching: a share that is shown. With hatching: a hidden one; it lies somewhere in the hatched part, and no more can be worked out from the tables here. The limits are rounded outward to the nearest 5 percentage points.");

    private readonly EstimateLayout _layout = EstimateLayout.Of(released.Content);

    private string Id => released.Stamp.Id + "-bounds";

    private LocalizedText Method => EstimateWording.ShortWeighting(released.Content);

    /// <summary>The numbers as a table: shown, least and most.</summary>
    public TableContent Table() => new()
    {
        Id = Id,
        Title = Title,
        Unit = EstimateWording.UnitAndPeriod(released.Content),
        Columns =
        [
            new("group", _layout.RowHeader, IsNumeric: false, IsRowHeader: true),
            new("shown", new("Vist (%)", "Shown (%)"), IsNumeric: true),
            new("least", new("Minst (%)", "Least (%)"), IsNumeric: true),
            new("most", new("Mest (%)", "Most (%)"), IsNumeric: true),
        ],
        Rows = [.. released.Content.Estimates.Select((estimate, i) => new TableRow(
            [TableCell.Text(_layout.RowLabel(estimate)), .. Cells(estimate, Bounds(i))], null, _layout.IsTotal(estimate)))],
        Notes = [new("", Reading), new("", Method)],
        Source = EstimateWording.Source(released.Content),
    };

    /// <summary>The figure.</summary>
    public FigureDescription Describe(FigureOptions options)
    {
        var (language, format) = (options.Language, NumberFormat.For(options.Language));
        var rows = released.Content.Estimates.Select((estimate, i) => Row(estimate, Bounds(i), format)).ToArray();
        var hidden = Array.FindAll(rows, row => row.Form == ValueForm.Range);
        return FigureFrame.Around(
            new RowChart(RowMark.Bars, rows, ValueAxis.Holding([100], 100, tick => format.Percent(tick / 100))) { Reference = 0 },
            options,
            released.Stamp,
            Id,
            Title,
            $"{EstimateWording.AsSentence(EstimateWording.WhatByWhat(released.Content).In(language))} {EstimateWording.AsSentence(EstimateWording.UnitAndPeriod(released.Content).In(language))}",
            [Reading.In(language), Method.In(language)],
            EstimateWording.Source(released.Content),
            FigureFrame.BarChart,
            [.. (hidden.Length > 0 ? hidden : rows).Select(SpokenRow.Of)]);
    }

    private (double Low, double High)? Bounds(int estimate) => bounds.TryGetValue(estimate, out var found) ? found : null;

    private ChartRow Row(ReleasedEstimate estimate, (double Low, double High)? range, NumberFormat format)
    {
        var label = _layout.RowLabel(estimate).In(format.Language);
        var isTotal = estimate.Groups.Count == 0;
        var isShown = ReleasedCell.IsShown(estimate);
        var text = isShown ? format.Percent(estimate.Value, _layout.Quantity.DecimalsBorne(released.Content.Estimates))
            : range is { } known ? $"{format.Number(known.Low * 100, 0)}–{format.Percent(known.High)}"
            : StandardSymbol.NotPublishable.Sign();
        return new ChartRow
        {
            Label = label,
            Form = isShown ? ValueForm.Exact : range is null ? ValueForm.Suppressed : ValueForm.Range,
            Value = isShown ? Drawn(estimate.Value) : range is { } end ? Drawn(end.High) : null,
            Lower = range is { } low ? Drawn(low.Low) : null,
            Upper = range is { } high ? Drawn(high.High) : null,
            ValueLabel = text,
            Spoken = AltText.Row(label, text, null, null, format),
            IsTotal = isTotal,
            IsStrong = isTotal,
            Tone = isTotal ? RowTone.Total : RowTone.Usual,
        };
    }

    private TableCell[] Cells(ReleasedEstimate estimate, (double Low, double High)? range)
    {
        var hidden = TableCell.Symbol(StandardSymbol.NotPublishable);
        return ReleasedCell.IsShown(estimate) ? [ReleasedCell.Number(estimate, _layout.Quantity), TableCell.Symbol(StandardSymbol.CannotOccur), TableCell.Symbol(StandardSymbol.CannotOccur)]
            : range is { } known ? [hidden, TableCell.Number(known.Low * 100), TableCell.Number(known.High * 100)]
            : [hidden, hidden, hidden];
    }

    private static double Drawn(double share) => Rounding.Percent(share, Decimals);
}
