using Barometer.Analysis;
using Barometer.Analysis.Anonymity;
using Barometer.Analysis.Estimation;
using Barometer.Evidence.Figures.Description;
using Barometer.Evidence.Formats;
using Barometer.Evidence.Tables;
using Barometer.Evidence.Text;

namespace Barometer.Evidence.Figures;

/// <summary>Describes released estimates as bars.</summary>
internal sealed class EstimateBars
{
    private readonly Released<EstimateTable> _released;
    private readonly FigureOptions _options;
    private readonly Quantity _quantity;
    private readonly EstimateLayout _layout;
    private readonly ReliabilityNotes _flags;
    private readonly NumberFormat _format;
    private readonly int _decimals;
    private readonly CommonBase _base;

    private EstimateBars(Released<EstimateTable> released, FigureOptions options)
    {
        _released = released;
        _options = options;
        _quantity = Quantity.Of(released.Content);
        _layout = EstimateLayout.Of(released.Content);
        _flags = ReliabilityNotes.Of(released.Content.Estimates);
        _format = NumberFormat.For(options.Language);
        _decimals = options.Decimals ?? _quantity.Decimals;
        _base = new CommonBase(released.Content.Estimates.Where(ReleasedCell.IsShown).Select(estimate => estimate.Respondents), _format);
    }

    private Language Language => _options.Language;

    /// <summary>The figure of <paramref name="released"/>.</summary>
    public static FigureDescription Describe(Released<EstimateTable> released, FigureOptions options) =>
        new EstimateBars(released, options).Describe();

    private FigureDescription Describe()
    {
        var table = _released.Content;
        var rows = BarSorting.Sort([.. table.Estimates.Select(Row)], Order(table));
        var whatByWhat = EstimateWording.WhatByWhat(table).In(Language);
        var title = _options.Title?.In(Language) ?? whatByWhat;
        return new FigureDescription
        {
            Id = _released.Stamp.Id,
            Language = Language,
            Variant = _options.Variant,
            Title = title,
            Subtitle = Subtitle(table, _options.Title is null ? null : whatByWhat),
            Notes = Notes(table),
            Source = $"{Wording.Source.In(Language)}: {EstimateWording.Sentence(EstimateWording.Source(table).In(Language))}",
            SyntheticMark = _released.Stamp.IsSynthetic ? Wording.Synthetic.In(Language) : null,
            AltText = AltText.Of(title, rows, _released.Stamp.IsSynthetic, Language),
            Stamp = _released.Stamp,
            Chart = new BarChart(rows, ValueAxis.Holding(Ends(rows), _quantity.Factor, AxisLabel)),
        };
    }

    private BarRow Row(Estimate estimate)
    {
        var label = _layout.RowLabel(estimate).In(Language);
        var row = new BarRow
        {
            Label = label,
            Section = _layout.Section(estimate)?.In(Language),
            Form = BarForm.Suppressed,
            ValueLabel = StandardSymbol.NotPublishable.Sign(),
            Spoken = $"{label}: {StandardSymbol.NotPublishable.Meaning().In(Language)}",
            IsTotal = estimate.Groups.Count == 0 && _layout.HasGroups,
        };
        return !ReleasedCell.IsShown(estimate) ? row
            : double.IsFinite(estimate.Value) ? Shown(row, estimate)
            : row with
            {
                Form = BarForm.Missing,
                ValueLabel = StandardSymbol.Missing.Sign(),
                Spoken = $"{label}: {StandardSymbol.Missing.Meaning().In(Language)}",
            };
    }

    private BarRow Shown(BarRow row, Estimate estimate)
    {
        var value = Text(estimate.Value);
        var marks = _flags.Marks(estimate);
        return row with
        {
            Label = _base.Label(row.Label, estimate.Respondents),
            Form = BarForm.Exact,
            Value = Drawn(estimate.Value),
            Lower = estimate.Interval is { } lower ? Drawn(lower.Lower) : null,
            Upper = estimate.Interval is { } upper ? Drawn(upper.Upper) : null,
            ValueLabel = marks.Length > 0 ? $"{value}\u00A0{marks})" : value,
            Spoken = BarSpeech.Of(row.Label, value, Interval(estimate), estimate.Respondents, _format, Language),
        };
    }

    private string Text(double value) => _quantity.IsPercent
        ? _format.Percent(value, _decimals)
        : _format.Number(_quantity.Scale(value), _decimals);

    private string? Interval(Estimate estimate) => estimate.Interval is { } interval
        ? _format.Range(_quantity.Scale(interval.Lower), _quantity.Scale(interval.Upper), _quantity.IntervalDecimals)
        : null;

    private string AxisLabel(double tick) => _quantity.IsPercent
        ? _format.Percent(tick / 100, 0)
        : _format.Number(tick, Math.Abs(tick) < 10 && tick != Math.Floor(tick) ? 1 : 0);

    private double Drawn(double value) => (double)Rounding.HalfAwayFromZero(_quantity.Scale(value), 6);

    private static IEnumerable<double> Ends(IEnumerable<BarRow> rows) =>
        rows.SelectMany(row => new[] { row.Value ?? 0, row.Lower ?? 0, row.Upper ?? 0 });

    private BarOrder Order(EstimateTable table) => _options.Order != BarOrder.Suited ? _options.Order : EstimateOrder.Suited(table);

    private string Subtitle(EstimateTable table, string? whatByWhat)
    {
        var unit = EstimateWording.Sentence(EstimateWording.UnitAndPeriod(table).In(Language));
        var weighting = EstimateWording.ShortWeighting(table).In(Language);
        return (whatByWhat is null ? "" : EstimateWording.Sentence(whatByWhat) + " ") + $"{unit} {weighting}";
    }

    private List<string> Notes(EstimateTable table)
    {
        var notes = new List<string>();
        if (FigureNotes.Of(table, _base, _format) is { Length: > 0 } reading)
        {
            notes.Add(reading);
        }

        notes.AddRange(_flags.Notes.Select(note => $"{note.Mark}) {note.Text.In(Language)}"));
        if (_options.Note is { } own)
        {
            notes.Add(own.In(Language));
        }

        return notes;
    }
}
