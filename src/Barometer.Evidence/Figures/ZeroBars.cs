namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes released balances or differences as bars around zero, the largest first; the colour says on which side a
/// value lies, and whether its interval leaves that open.
/// </summary>
internal sealed class ZeroBars
{
    private static readonly LocalizedText Kind = new("Søylediagram rundt null", "Bar chart around zero");
    private static readonly LocalizedText Unsure = new("Kan være null", "May be zero");
    private static readonly LocalizedText Interval = new("Netto (95 % KI)", "Net (95% CI)");

    private readonly EstimateFrame _frame;
    private readonly LocalizedText _below;
    private readonly LocalizedText _above;

    private ZeroBars(EstimateFrame frame, LocalizedText below, LocalizedText above) => (_frame, _below, _above) = (frame, below, above);

    /// <summary>The figure of <paramref name="released"/>.</summary>
    /// <param name="released">Balances or differences.</param>
    /// <param name="below">What a value below zero means.</param>
    /// <param name="above">What a value above zero means.</param>
    /// <param name="options">What the author settles.</param>
    /// <exception cref="BarometerException">The release holds neither balances nor differences.</exception>
    public static FigureDescription Describe(
        Released<ReleasedTable> released, LocalizedText below, LocalizedText above, FigureOptions options)
    {
        if (released.Content.Measure is not (Measure.Balance or Measure.Difference))
        {
            throw new BarometerException(new Problem(
                $"«{released.Stamp.Id}» can't be ranked around zero", Expected: "balances or differences", Hint: "design.NetBalance(…)"));
        }

        return new ZeroBars(new EstimateFrame(released, options), below, above).Describe(options);
    }

    private FigureDescription Describe(FigureOptions options)
    {
        var language = _frame.Language;
        var rows = BarSorting.Sort(
            [.. _frame.Table.Estimates.Select(Row)],
            options.Order == BarOrder.Codebook ? BarOrder.Codebook : BarOrder.Value,
            row => row.Section,
            row => row.IsTotal,
            row => row.Value);
        var ends = rows.SelectMany(row => new[] { row.Value, row.Lower, row.Upper }).OfType<double>();
        var chart = new DotChart(rows, ValueAxis.Holding(ends, _frame.Quantity.Factor, _frame.AxisLabel, steps: 8), Reference: 0)
        {
            AsBars = true,
            Legend = Legend(rows, language),
            ValueHeader = rows.Any(row => row.HasWhisker) ? Header(language) : null,
        };
        return _frame.Describe(
            "around-zero",
            chart, Kind, [.. rows.Select(row => new SpokenRow(SpokenRow.Under(row.Section, row.Spoken), row.Value, row.IsTotal, row.ValueLabel == StandardSymbol.NotPublishable.Sign()))],
            Reading());
    }

    private string Reading() => _frame.Table.Measure == Measure.Balance
        ? $"{Wording.NetBalance.In(_frame.Language)} {_frame.Reading()}"
        : _frame.Reading();

    private string Header(Language language) => _frame.Table.Measure == Measure.Balance
        ? Interval.In(language)
        : language == Language.En ? "Points (95% CI)" : "Poeng (95 % KI)";

    private DotRow Row(ReleasedEstimate estimate)
    {
        var label = Label(estimate);
        var (lower, upper) = _frame.Limits(estimate);
        var value = _frame.Drawn(estimate);
        return new DotRow
        {
            Label = _frame.Base.Label(label, value is null ? null : estimate.Respondents),
            Section = _frame.Layout.Section(estimate)?.In(_frame.Language),
            Value = value,
            Lower = lower,
            Upper = upper,
            ValueLabel = value is not null && _frame.Interval(estimate) is { } interval ? $"{_frame.Text(estimate)} ({interval})" : _frame.Text(estimate),
            Spoken = _frame.Spoken(label, estimate),
            Tone = lower <= 0 && upper >= 0 ? DotTone.Unsure : value < 0 ? DotTone.Below : DotTone.Usual,
            IsTotal = estimate.Groups.Count == 0 && _frame.Layout.HasGroups,
        };
    }

    private string Label(ReleasedEstimate estimate) => _frame.Layout.RowLabel(estimate).In(_frame.Language);

    private LegendKey[] Legend(IReadOnlyList<DotRow> rows, Language language) =>
    [
        .. new[]
        {
            (Tone: DotTone.Usual, Key: new LegendKey(_above.In(language), LegendMark.Square, Palette.Bar)),
            (Tone: DotTone.Below, Key: new LegendKey(_below.In(language), LegendMark.Square, Palette.Below)),
            (Tone: DotTone.Unsure, Key: new LegendKey(Unsure.In(language), LegendMark.Square, Palette.OnTotal)),
        }.Where(one => rows.Any(row => row.Value is not null && row.Tone == one.Tone)).Select(one => one.Key),
    ];
}
