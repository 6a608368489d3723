namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes the released effects or odds ratios of a model as points with their intervals around the value that means no
/// difference; those whose interval holds it stand back.
/// </summary>
internal sealed class ModelForest
{
    private static readonly LocalizedText Kind = new("Skogdiagram av en modell", "Forest plot of a model");
    private static readonly LocalizedText Grey = new("Grått: forskjellen er ikke sikker.", "Grey: the difference is not certain.");

    private readonly EstimateFrame _frame;
    private readonly bool _isOdds;

    private ModelForest(EstimateFrame frame)
    {
        _frame = frame;
        _isOdds = frame.Table.Measure == Measure.OddsRatio;
    }

    private double NoDifference => _isOdds ? 1 : 0;

    private Language Language => _frame.Language;

    /// <summary>The figure of <paramref name="released"/>.</summary>
    /// <param name="released">Effects, differences or odds ratios.</param>
    /// <param name="below">What a value left of the line means; null for the usual words.</param>
    /// <param name="above">What a value right of the line means; null for the usual words.</param>
    /// <param name="options">What the author settles.</param>
    /// <exception cref="BarometerException">The release holds none of them.</exception>
    public static FigureDescription Describe(
        Released<ReleasedTable> released, LocalizedText? below, LocalizedText? above, FigureOptions options)
    {
        if (released.Content.Measure is not (Measure.Difference or Measure.OddsRatio))
        {
            throw new BarometerException(new Problem(
                $"«{released.Stamp.Id}» is no model", Expected: "effects, differences or odds ratios", Hint: "model.Effects() or model.OddsRatios()"));
        }

        return new ModelForest(new EstimateFrame(released, options)).Describe(below, above);
    }

    private FigureDescription Describe(LocalizedText? below, LocalizedText? above)
    {
        var rows = _frame.Table.Estimates.Select(Row).ToArray();
        var drawn = rows.SelectMany(row => new[] { row.Value, row.Lower, row.Upper }).OfType<double>();
        var axis = _isOdds
            ? ValueAxis.OfRatios(drawn, _frame.AxisLabel)
            : ValueAxis.Holding(drawn, _frame.Quantity.Factor, _frame.AxisLabel);
        var chart = new DotChart(rows, axis, NoDifference)
        {
            Ends = new AxisEnds((below ?? Usual("Lavere", "Lower")).In(Language), (above ?? Usual("Høyere", "Higher")).In(Language)),
            ValueHeader = Header().In(Language),
        };
        var reading = rows.Any(row => row.Tone == DotTone.Unsure) ? $"{_frame.Reading()} {Grey.In(Language)}" : _frame.Reading();
        return _frame.Describe(
            "forest",
            chart,
            Kind,
            [.. rows.Select(row => new SpokenRow(SpokenRow.Under(row.Section, row.Spoken), row.Value, false, row.ValueLabel == StandardSymbol.NotPublishable.Sign()))],
            reading);
    }

    private LocalizedText Usual(string nb, string en) =>
        _isOdds ? new LocalizedText($"{nb} odds", $"{en} odds") : new LocalizedText($"{nb} andel", $"{en} share");

    private LocalizedText Header() =>
        _isOdds ? new LocalizedText("Oddsforhold (95 % KI)", "Odds ratio (95% CI)") : new LocalizedText("Prosentpoeng (95 % KI)", "Points (95% CI)");

    private DotRow Row(ReleasedEstimate estimate)
    {
        var label = _frame.Layout.RowLabel(estimate).In(Language);
        var (lower, upper) = _frame.Limits(estimate);
        var value = _frame.Drawn(estimate);
        return new DotRow
        {
            Label = _frame.Base.Label(label, value is null ? null : estimate.Respondents),
            Section = _frame.Layout.Section(estimate)?.In(Language),
            Value = value,
            Lower = lower,
            Upper = upper,
            ValueLabel = value is not null && _frame.Interval(estimate) is { } interval ? $"{_frame.Text(estimate)} ({interval})" : _frame.Text(estimate),
            Spoken = _frame.Spoken(label, estimate),
            Tone = lower <= NoDifference && upper >= NoDifference ? DotTone.Unsure : DotTone.Usual,
        };
    }
}
