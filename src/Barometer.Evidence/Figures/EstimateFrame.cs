namespace Barometer.Evidence.Figures;

/// <summary>
/// What every figure of released estimates has around its chart (title, unit, notes, source, alternative text), and how
/// its numbers are written.
/// </summary>
internal sealed class EstimateFrame
{
    private readonly Released<ReleasedTable> _released;
    private readonly FigureOptions _options;
    private readonly ReliabilityNotes _flags;
    private readonly int _decimals;

    /// <summary>The frame of a figure of <paramref name="released"/>.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles.</param>
    /// <param name="hasSigns">Whether numbers that can lie on both sides of zero have a plus above it.</param>
    public EstimateFrame(Released<ReleasedTable> released, FigureOptions options, bool hasSigns = true)
    {
        _released = released;
        _options = options;
        Table = released.Content;
        Quantity = Quantity.Of(Table);
        Layout = EstimateLayout.Of(Table);
        Format = NumberFormat.For(options.Language);
        _flags = ReliabilityNotes.Of(Table.Estimates);
        _decimals = options.Decimals ?? Quantity.Decimals;
        IsSigned = hasSigns && Table.Measure is (Measure.Balance or Measure.Difference);
        Base = new CommonBase(Table.Estimates.Where(ReleasedCell.IsShown).Select(Behind), Format);
    }

    /// <summary>The estimates.</summary>
    public ReleasedTable Table { get; }

    /// <summary>Their unit.</summary>
    public Quantity Quantity { get; }

    /// <summary>What heads their rows and sections.</summary>
    public EstimateLayout Layout { get; }

    /// <summary>How numbers are written.</summary>
    public NumberFormat Format { get; }

    /// <summary>Where the number of answers is said.</summary>
    public CommonBase Base { get; }

    /// <summary>How many stand behind an estimate: its answers; of a response rate, those who were invited.</summary>
    public int? Behind(ReleasedEstimate estimate) => ResponseRate.Is(Table) ? (int)Math.Round(estimate.Base) : estimate.Respondents;

    /// <summary>The language of every word.</summary>
    public Language Language => _options.Language;

    /// <summary>The order the author asked for.</summary>
    public BarOrder Order => _options.Order;

    /// <summary>Whether numbers can lie on both sides of zero and are written with their sign.</summary>
    private bool IsSigned { get; }

    /// <summary>A number as a label has it: «62,4 %», «+38,0».</summary>
    public string Text(double value) => Quantity.IsPercent
        ? Format.Percent(value, _decimals)
        : (IsSigned && value > 0 ? "+" : "") + Format.Number(Quantity.Scale(value), _decimals);

    /// <summary>The number of an estimate with the marks of its notes, or the symbol in its place.</summary>
    public string Text(ReleasedEstimate estimate) => !ReleasedCell.IsShown(estimate) ? StandardSymbol.NotPublishable.Sign()
        : !double.IsFinite(estimate.Value) ? StandardSymbol.Missing.Sign()
        : _flags.Marks(estimate) is { Length: > 0 } marks ? $"{Text(estimate.Value)}\u00A0{marks})"
        : Text(estimate.Value);

    /// <summary>The limits of an estimate's interval, or null.</summary>
    public string? Interval(ReleasedEstimate estimate) => estimate.Interval is { } interval
        ? Format.Range(Quantity.Scale(interval.Lower), Quantity.Scale(interval.Upper), Quantity.IntervalDecimals)
        : null;

    /// <summary>All that is known of an estimate in one line.</summary>
    public string Spoken(string label, ReleasedEstimate estimate) => !ReleasedCell.IsShown(estimate)
        ? $"{label}: {StandardSymbol.NotPublishable.Meaning().In(Language)}"
        : !double.IsFinite(estimate.Value) ? $"{label}: {StandardSymbol.Missing.Meaning().In(Language)}"
        : BarSpeech.Of(label, Text(estimate.Value), Interval(estimate), Behind(estimate), Format, Language);

    /// <summary>A number in the axis's unit; nothing for what may not be shown.</summary>
    public double? Drawn(ReleasedEstimate? estimate) =>
        estimate is not null && ReleasedCell.IsShown(estimate) && double.IsFinite(estimate.Value) ? Drawn(estimate.Value) : null;

    /// <summary>A number in the axis's unit.</summary>
    public double Drawn(double value) => (double)Rounding.HalfAwayFromZero(Quantity.Scale(value), 6);

    /// <summary>The limits of an estimate's interval in the axis's unit; nothing for what may not be shown.</summary>
    public (double? Lower, double? Upper) Limits(ReleasedEstimate? estimate) => Drawn(estimate) is not null && estimate!.Interval is { } interval
        ? (Drawn(interval.Lower), Drawn(interval.Upper))
        : (null, null);

    /// <summary>An estimate as a bar, or the symbol in its place.</summary>
    public BarRow Bar(string label, ReleasedEstimate estimate)
    {
        var (lower, upper) = Limits(estimate);
        var value = Drawn(estimate);
        return new BarRow
        {
            Label = label,
            Form = value is not null ? BarForm.Exact : ReleasedCell.IsShown(estimate) ? BarForm.Missing : BarForm.Suppressed,
            Value = value,
            Lower = lower,
            Upper = upper,
            ValueLabel = Text(estimate),
            Spoken = Spoken(label, estimate),
        };
    }

    /// <summary>The label of a tick.</summary>
    public string AxisLabel(double tick) => Quantity.IsPercent
        ? Format.Percent(tick / 100, 0)
        : (IsSigned && tick > 0 ? "+" : "") + Format.Number(tick, TickDecimals(tick));

    private static int TickDecimals(double tick) => tick == Math.Floor(tick) || Math.Abs(tick) >= 10 ? 0 : Math.Abs(tick) < 0.1 ? 2 : 1;

    /// <summary>How to read a chart: what whiskers, n and symbols are, where it has them.</summary>
    public string Reading(bool hasWhiskers = true, bool hasBase = true) => FigureNotes.Of(Table, Base, Format, hasWhiskers, hasBase);

    /// <summary>The figure around a chart.</summary>
    /// <param name="suffix">What its files' names end with, so that two kinds of one release have files of their own; empty for bars.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="kind">What sort of chart it is.</param>
    /// <param name="spoken">Its rows in words.</param>
    /// <param name="reading">How to read it: whiskers, n and symbols, unless the kind has words of its own.</param>
    public FigureDescription Describe(
        string suffix, ChartContent chart, LocalizedText kind, IReadOnlyList<SpokenRow> spoken, string? reading = null)
    {
        var whatByWhat = EstimateWording.WhatByWhat(Table).In(Language);
        var title = _options.Title?.In(Language) ?? whatByWhat;
        var unit = EstimateWording.Sentence(EstimateWording.UnitAndPeriod(Table).In(Language));
        return new FigureDescription
        {
            Id = suffix.Length == 0 ? _released.Stamp.Id : $"{_released.Stamp.Id}-{suffix}",
            Language = Language,
            Variant = _options.Variant,
            Title = title,
            Subtitle = (_options.Title is null ? "" : EstimateWording.Sentence(whatByWhat) + " ") + $"{unit} {EstimateWording.ShortWeighting(Table).In(Language)}",
            Notes = [.. Nonempty(reading ?? Reading()), .. _flags.Notes.Select(note => $"{note.Mark}) {note.Text.In(Language)}"), .. Own()],
            Source = $"{Wording.Source.In(Language)}: {EstimateWording.Sentence(EstimateWording.Source(Table).In(Language))}",
            SyntheticMark = _released.Stamp.IsSynthetic ? Wording.Synthetic.In(Language) : null,
            AltText = AltText.Of(kind, title, spoken, _released.Stamp.IsSynthetic, Language),
            Stamp = _released.Stamp,
            Chart = chart,
        };
    }

    private static string[] Nonempty(string text) => text.Length > 0 ? [text] : [];

    private string[] Own() => _options.Note is { } own ? [own.In(Language)] : [];
}
