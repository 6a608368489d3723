namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes released balances or differences as bars around zero, the largest first; the colour says on which side a
/// value lies, and whether its interval leaves that open.
/// </summary>
internal static class ZeroBars
{
    private static readonly LocalizedText Kind = new("Søylediagram rundt null", "Bar chart around zero");
    private static readonly LocalizedText Unsure = new("Kan være null", "May be zero");
    private static readonly LocalizedText NetHeader = new("Netto (95 % KI)", "Net (95% CI)");
    private static readonly LocalizedText PointsHeader = new("Poeng (95 % KI)", "Points (95% CI)");

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

        var frame = new EstimateFrame(released, options);
        var isNet = frame.Table.Measure == Measure.Balance;
        var rows = RowOrder.Sort(
            [.. frame.Table.Estimates.Select(estimate => Row(frame, estimate))],
            options.Order == BarOrder.Codebook ? BarOrder.Codebook : options.Order == BarOrder.Ascending ? BarOrder.Ascending : BarOrder.Value,
            options);
        var chart = new RowChart(RowMark.SidedBars, rows, frame.Axis(rows, steps: 8))
        {
            Reference = 0,
            Legend = Legend(rows, below, above, options.Language),
            ValueHeader = rows.Any(row => row.HasWhisker) ? (isNet ? NetHeader : PointsHeader).In(options.Language) : null,
        };
        return frame.Describe("around-zero", chart, Kind, isNet ? $"{Wording.NetBalance.In(options.Language)} {frame.Reading()}" : null);
    }

    private static ChartRow Row(EstimateFrame frame, ReleasedEstimate estimate)
    {
        var row = frame.Row(estimate);
        return row with
        {
            ValueLabel = frame.TextWithInterval(estimate),
            Tone = row.Lower <= 0 && row.Upper >= 0 ? RowTone.Unsure : row.Value < 0 ? RowTone.Below : RowTone.Usual,
            IsStrong = false,
        };
    }

    /// <summary>The colours in use and what they mean.</summary>
    private static LegendKey[] Legend(IReadOnlyList<ChartRow> rows, LocalizedText below, LocalizedText above, Language language)
    {
        (RowTone Tone, LocalizedText Words)[] meanings = [(RowTone.Usual, above), (RowTone.Below, below), (RowTone.Unsure, Unsure)];
        return [.. meanings
            .Select(one => (one.Words, Row: rows.FirstOrDefault(row => row.Value is not null && row.Tone == one.Tone)))
            .Where(one => one.Row is not null)
            .Select(one => new LegendKey(one.Words.In(language), one.Row!.IsOutlined ? LegendMark.Outlined : LegendMark.Square, one.Row.Color))];
    }
}
