namespace Barometer.Evidence.Figures;

/// <summary>
/// What all figures of released estimates share: how numbers, intervals and answers are written, how a row stands for an
/// estimate, and what stands around the chart.
/// </summary>
internal sealed class EstimateFrame
{
    private readonly Released<ReleasedTable> _released;
    private readonly FigureOptions _options;
    private readonly ReleasedEstimate[] _shown;
    private readonly int? _commonBase;
    private readonly bool _isSigned;
    private readonly int _borne;

    /// <summary>The frame of a figure of <paramref name="released"/>.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles.</param>
    /// <param name="hasSigns">Whether numbers that can lie on both sides of zero have a plus above it.</param>
    public EstimateFrame(Released<ReleasedTable> released, FigureOptions options, bool hasSigns = true)
    {
        _released = released;
        _options = options;
        Table = FigureChoices.Relabelled(released.Content, options);
        Layout = EstimateLayout.Of(Table);
        Format = NumberFormat.For(options.Language);
        _shown = [.. Table.Estimates.Where(ReleasedCell.IsShown)];
        _isSigned = hasSigns && Table.Measure is (Measure.Balance or Measure.Difference);
        _borne = Quantity.DecimalsBorne(_shown);
        _commonBase = CommonBase(_shown.Select(Layout.Behind));
    }

    /// <summary>The estimates.</summary>
    public ReleasedTable Table { get; }

    /// <summary>Their unit.</summary>
    public Quantity Quantity => Layout.Quantity;

    /// <summary>How their table lays them out.</summary>
    public EstimateLayout Layout { get; }

    /// <summary>How numbers are written.</summary>
    public NumberFormat Format { get; }

    /// <summary>The language of every word.</summary>
    public Language Language => _options.Language;

    /// <summary>The number of an estimate that is shown, as a label has it: «62,4 %», «+38,0».</summary>
    public string Plain(ReleasedEstimate estimate)
    {
        var decimals = DecimalsOf(estimate);
        return Quantity.IsPercent
            ? Format.Percent(estimate.Value, decimals)
            : (_isSigned && estimate.Value > 0 ? "+" : "") + Format.Number(Quantity.Scale(estimate.Value), decimals);
    }

    /// <summary>The decimals of an estimate's label: those the author asks for, as far as the release has them; else those that the intervals bear.</summary>
    public int DecimalsOf(ReleasedEstimate estimate) =>
        Math.Min(_options.Decimals ?? _borne, Quantity.DecimalsOf(estimate));

    /// <summary>The number of an estimate with the marks of its notes, or the symbol in its place.</summary>
    public string Text(ReleasedEstimate estimate) => !ReleasedCell.IsShown(estimate) ? StandardSymbol.NotPublishable.Sign()
        : !double.IsFinite(estimate.Value) ? StandardSymbol.Missing.Sign()
        : Layout.Marks(estimate) is { Length: > 0 } marks ? $"{Plain(estimate)}\u00A0{marks})"
        : Plain(estimate);

    /// <summary>The same with its interval: «+38,0 (33–43)».</summary>
    public string TextWithInterval(ReleasedEstimate estimate) =>
        Drawn(estimate) is not null && Interval(estimate) is { } interval ? $"{Text(estimate)} ({interval})" : Text(estimate);

    /// <summary>All that is known of an estimate in one line.</summary>
    public string Spoken(string label, ReleasedEstimate estimate) => !ReleasedCell.IsShown(estimate)
        ? $"{label}: {StandardSymbol.NotPublishable.Meaning().In(Language)}"
        : !double.IsFinite(estimate.Value) ? $"{label}: {StandardSymbol.Missing.Meaning().In(Language)}"
        : AltText.Row(label, Plain(estimate), Interval(estimate), Layout.Behind(estimate), Format);

    /// <summary>A number in the axis's unit.</summary>
    public double Drawn(double value) => (double)Rounding.HalfAwayFromZero(Quantity.Scale(value), 6);

    /// <summary>A number in the axis's unit; nothing for what may not be shown.</summary>
    public double? Drawn(ReleasedEstimate? estimate) =>
        estimate is not null && ReleasedCell.IsShown(estimate) && double.IsFinite(estimate.Value) ? Drawn(estimate.Value) : null;

    /// <summary>The limits of an estimate's interval in the axis's unit; nothing for what may not be shown.</summary>
    public (double? Lower, double? Upper) Limits(ReleasedEstimate estimate) => Drawn(estimate) is not null && estimate.Interval is { } interval
        ? (Drawn(interval.Lower), Drawn(interval.Upper))
        : (null, null);

    /// <summary>The row of an estimate: its label with the answers behind it, its section, number and limits, or the symbol in its place.</summary>
    public ChartRow Row(ReleasedEstimate estimate)
    {
        var label = Layout.RowLabelInFull(estimate).In(Language);
        var section = Layout.Section(estimate)?.In(Language);
        var isTotal = Layout.IsTotal(estimate);
        var value = Drawn(estimate);
        var (lower, upper) = Limits(estimate);
        return new ChartRow
        {
            Names = FigureChoices.NamesOf(estimate),
            Label = value is null ? label : WithBase(label, Layout.Behind(estimate)),
            Section = section,
            Form = value is not null ? ValueForm.Exact : ReleasedCell.IsShown(estimate) ? ValueForm.Missing : ValueForm.Suppressed,
            Value = value,
            Lower = lower,
            Upper = upper,
            ValueLabel = Text(estimate),
            Spoken = Spoken(label, estimate),
            IsTotal = isTotal,
            IsStrong = isTotal && section is null,
            IsResidual = estimate.Outcome.IsResidual || estimate.Outcome.IsReason,
        };
    }

    /// <summary>A label with the number of answers, unless that is said once for all rows.</summary>
    public string WithBase(string label, int? respondents) => respondents is { } n && _commonBase is null
        ? $"{label} (n\u00A0=\u00A0{Format.Integer(n)})"
        : label;

    /// <summary>The axis that holds all rows and zero.</summary>
    public ValueAxis Axis(IEnumerable<ChartRow> rows, int steps = 5) => ValueAxis.Holding(Ends(rows), Quantity.Factor, AxisLabel, steps);

    /// <summary>All values that rows draw.</summary>
    public static IEnumerable<double> Ends(IEnumerable<ChartRow> rows) => rows
        .SelectMany(row => new[] { row.Value, row.Lower, row.Upper, row.Before, row.BeforeLower, row.BeforeUpper })
        .OfType<double>();

    /// <summary>The label of a tick.</summary>
    public string AxisLabel(double tick) => Quantity.IsPercent
        ? Format.Percent(tick / 100, 0)
        : (_isSigned && tick > 0 ? "+" : "") + Format.Number(tick, tick == Math.Floor(tick) || Math.Abs(tick) >= 10 ? 0 : Math.Abs(tick) < 0.1 ? 2 : 1);

    /// <summary>How to read a chart: what whiskers and n are, and what «:» and «..» stand for, where it has them.</summary>
    /// <param name="hasWhiskers">Whether the chart draws intervals.</param>
    /// <param name="hasBase">Whether the chart leaves it to the notes to speak of n.</param>
    public string Reading(bool hasWhiskers = true, bool hasBase = true)
    {
        string?[] parts =
        [
            hasWhiskers && IntervalWording.Level(_shown) is { } level ? IntervalWording.Whiskers(level).In(Language) : null,
            Table.Rounding?.In(Language),
            !hasBase ? null
                : Layout.IsRate ? ResponseRate.BaseNote.In(Language)
                : _commonBase is { } n ? BaseNote(n, Format)
                : _shown.Any(estimate => estimate.Respondents is not null) ? Wording.BaseNote.In(Language)
                : null,
            _shown.Length < Table.Estimates.Count ? StandardSymbol.NotPublishable.Explained(Language) : null,
            _shown.Any(estimate => !double.IsFinite(estimate.Value)) ? StandardSymbol.Missing.Explained(Language) : null,
            EstimateWording.ShortWeighting(Table).In(Language),
        ];
        return string.Join(" ", parts.OfType<string>());
    }

    /// <summary>The number of answers behind every row, where it is the same for all and there are several.</summary>
    public static int? CommonBase(IEnumerable<int?> respondents) =>
        respondents.ToArray() is { Length: > 1 } all && all.Distinct().Count() == 1 ? all[0] : null;

    /// <summary>How many answers stand behind every row.</summary>
    public static string BaseNote(int respondents, NumberFormat format) =>
        $"n\u00A0=\u00A0{format.Integer(respondents)}\u00A0{(format.Language == Language.En ? "answers" : "svar")}.";

    /// <summary>The figure around a chart.</summary>
    /// <param name="suffix">What its files' names end with, so that two kinds of one release have files of their own; empty for bars.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="kind">What sort of chart it is.</param>
    /// <param name="reading">How to read it; null for <see cref="Reading"/>.</param>
    /// <param name="spoken">Its rows in words; null for the chart's own.</param>
    public FigureDescription Describe(string suffix, RowChart chart, LocalizedText kind, string? reading = null, IReadOnlyList<SpokenRow>? spoken = null)
    {
        var whatByWhat = EstimateWording.WhatByWhat(Table);
        var unit = EstimateWording.AsSentence(EstimateWording.UnitAndPeriod(Table).In(Language));
        return FigureFrame.Around(
            chart,
            _options,
            _released.Stamp,
            suffix.Length == 0 ? _released.Stamp.Id : $"{_released.Stamp.Id}-{suffix}",
            whatByWhat,
            (_options.OwnTitle is null ? "" : EstimateWording.AsSentence(whatByWhat.In(Language)) + " ") + unit,
            [.. Question(reading), reading ?? Reading(), .. EstimateWording.Rules(Table).Select(rule => rule.In(Language)), .. Layout.Notes.Select(note => $"{note.Mark}) {note.Text.In(Language)}")],
            EstimateWording.Source(Table),
            kind,
            spoken);
    }

    // A layout that sets the title itself sets the question too.
    private IEnumerable<string> Question(string? reading) => _options.Variant == FigureVariant.Standalone && EstimateWording.Question(Table) is { } question
        && reading?.Contains(Table.Question!.In(Language), StringComparison.Ordinal) != true ? [question.In(Language)] : [];

    /// <summary>The limits of an estimate's interval, or null.</summary>
    private string? Interval(ReleasedEstimate estimate) => estimate.Interval is { } interval
        ? Format.Range(Quantity.Scale(interval.Lower), Quantity.Scale(interval.Upper), Quantity.IntervalDecimals)
        : null;
}
