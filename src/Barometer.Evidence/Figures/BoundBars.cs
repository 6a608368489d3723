namespace Barometer.Evidence.Figures;

/// <summary>Describes what a reader can work out at most: shown shares as bars, hidden ones from the least to the most they can be.</summary>
internal sealed class BoundBars(Released<ReleasedTable> released, IReadOnlyDictionary<int, (double Low, double High)> bounds, FigureOptions options)
{
    private const int Decimals = 6;

    private static readonly LocalizedText Title = new("Hvor nær en leser kan komme det som er skjult", "How close a reader can come to what is hidden");

    private static readonly LocalizedText Reading = new(
        "Hel stolpe: andelen som vises. Skravert: et skjult tall; det ligger et sted i det skraverte, og mer kan ikke regnes ut av tabellene her. Grensene er rundet utover til nærmeste 5 prosentpoeng.",
        "Solid: a share that is shown. Hatched: a hidden one; it lies somewhere in the hatched part, and no more can be worked out from the tables here. The limits are rounded outward to the nearest 5 percentage points.");

    private readonly NumberFormat _format = NumberFormat.For(options.Language);

    /// <summary>The same as a table: shown, least and most.</summary>
    public static TableContent Table(Released<ReleasedTable> released, IReadOnlyDictionary<int, (double Low, double High)> bounds)
    {
        var layout = EstimateLayout.Of(released.Content);
        return new TableContent
        {
            Id = released.Stamp.Id + "-bounds",
            Title = Title,
            Unit = EstimateWording.UnitAndPeriod(released.Content),
            Columns =
            [
                new("group", layout.RowHeader, IsNumeric: false, IsRowHeader: true),
                new("shown", new("Vist (%)", "Shown (%)"), IsNumeric: true),
                new("least", new("Minst (%)", "Least (%)"), IsNumeric: true),
                new("most", new("Mest (%)", "Most (%)"), IsNumeric: true),
            ],
            Rows = [.. released.Content.Estimates.Select((estimate, i) => new TableRow(
                [TableCell.Text(layout.RowLabel(estimate)), .. Cells(estimate, bounds.TryGetValue(i, out var range) ? range : null)], null, estimate.Groups.Count == 0 && layout.HasGroups))],
            Notes = [new("", Reading), new("", EstimateWording.ShortWeighting(released.Content))],
            Source = EstimateWording.Source(released.Content),
        };
    }

    /// <summary>The figure.</summary>
    public FigureDescription Describe()
    {
        var language = options.Language;
        var layout = EstimateLayout.Of(released.Content);
        var rows = released.Content.Estimates.Select((estimate, i) => Row(layout.RowLabel(estimate).In(language), estimate, i)).ToArray();
        var title = (options.Title ?? Title).In(language);
        return new FigureDescription
        {
            Id = released.Stamp.Id + "-bounds",
            Language = language,
            Variant = options.Variant,
            Title = title,
            Subtitle = $"{EstimateWording.Sentence(EstimateWording.WhatByWhat(released.Content).In(language))} {EstimateWording.Sentence(EstimateWording.UnitAndPeriod(released.Content).In(language))}",
            Notes = [.. new[] { Reading, EstimateWording.ShortWeighting(released.Content), options.Note }.OfType<LocalizedText>().Select(note => note.In(language))],
            Source = $"{Wording.Source.In(language)}: {EstimateWording.Sentence(EstimateWording.Source(released.Content).In(language))}",
            SyntheticMark = released.Stamp.IsSynthetic ? Wording.Synthetic.In(language) : null,
            AltText = AltText.Of(title, rows.Any(row => row.Form == BarForm.Range) ? [.. rows.Where(row => row.Form == BarForm.Range)] : rows, released.Stamp.IsSynthetic, language),
            Stamp = released.Stamp,
            Chart = new BarChart(rows, ValueAxis.Holding([100], 100, tick => _format.Percent(tick / 100))),
        };
    }

    private BarRow Row(string label, ReleasedEstimate estimate, int number)
    {
        var range = bounds.TryGetValue(number, out var found) ? found : ((double Low, double High)?)null;
        var text = ReleasedCell.IsShown(estimate) ? _format.Percent(estimate.Value, 1)
            : range is { } known ? $"{_format.Number(known.Low * 100, 0)}–{_format.Percent(known.High)}"
            : StandardSymbol.NotPublishable.Sign();
        return new BarRow
        {
            Label = label,
            Form = ReleasedCell.IsShown(estimate) ? BarForm.Exact : range is null ? BarForm.Suppressed : BarForm.Range,
            Value = ReleasedCell.IsShown(estimate) ? Drawn(estimate.Value) : range is { } end ? Drawn(end.High) : null,
            Lower = range is { } low ? Drawn(low.Low) : null,
            Upper = range is { } high ? Drawn(high.High) : null,
            ValueLabel = text,
            Spoken = BarSpeech.Of(label, text, null, null, _format, options.Language),
            IsTotal = estimate.Groups.Count == 0,
        };
    }

    private static TableCell[] Cells(ReleasedEstimate estimate, (double Low, double High)? range) => ReleasedCell.IsShown(estimate)
        ? [TableCell.Number(estimate.Value * 100, 1), TableCell.Symbol(StandardSymbol.CannotOccur), TableCell.Symbol(StandardSymbol.CannotOccur)]
        : range is { } known
            ? [TableCell.Symbol(StandardSymbol.NotPublishable), TableCell.Number(known.Low * 100), TableCell.Number(known.High * 100)]
            : [TableCell.Symbol(StandardSymbol.NotPublishable), TableCell.Symbol(StandardSymbol.NotPublishable), TableCell.Symbol(StandardSymbol.NotPublishable)];

    private static double Drawn(double share) => (double)Rounding.HalfAwayFromZero(Rounding.ToDecimal(share) * 100, Decimals);
}
