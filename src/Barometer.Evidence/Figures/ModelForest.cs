namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes the released effects or odds ratios of a model as points with their intervals around the value that means no
/// difference; those whose interval holds it stand back.
/// </summary>
internal static class ModelForest
{
    private static readonly LocalizedText Kind = new("Skogdiagram av en modell", "Forest plot of a model");
    // A limit is rounded when it is released: a reader sees why a point is open.
    private static readonly LocalizedText Open = new(
        "Åpen sirkel: konfidensintervallet, avrundet som her, når ingen forskjell. Forskjellen regnes ikke som sikker.",
        "Open circle: the confidence interval, rounded as here, reaches no difference. The difference does not count as certain.");
    private static readonly LocalizedText OddsHeader = new("Oddsforhold (95 % KI)", "Odds ratio (95% CI)");
    private static readonly LocalizedText PointsHeader = new("Prosentpoeng (95 % KI)", "Points (95% CI)");

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

        var frame = new EstimateFrame(released, options);
        var language = options.Language;
        var isOdds = frame.Table.Measure == Measure.OddsRatio;
        var noDifference = isOdds ? 1 : 0;
        var rows = frame.Table.Estimates.Select(estimate => Row(frame, estimate, noDifference)).ToArray();
        var chart = new RowChart(RowMark.Dots, rows, isOdds ? ValueAxis.OfRatios(EstimateFrame.Ends(rows), frame.AxisLabel) : frame.Axis(rows))
        {
            Reference = noDifference,
            Ends = new AxisEnds((below ?? Usual("Lavere", "Lower", isOdds)).In(language), (above ?? Usual("Høyere", "Higher", isOdds)).In(language)),
            ValueHeader = (isOdds ? OddsHeader : PointsHeader).In(language),
        };
        return frame.Describe("forest", chart, Kind, rows.Any(row => row.Tone == RowTone.Unsure) ? $"{frame.Reading()} {Open.In(language)}" : null);
    }

    private static LocalizedText Usual(string nb, string en, bool isOdds) =>
        isOdds ? new LocalizedText($"{nb} odds", $"{en} odds") : new LocalizedText($"{nb} andel", $"{en} share");

    private static ChartRow Row(EstimateFrame frame, ReleasedEstimate estimate, double noDifference)
    {
        var row = frame.Row(estimate);
        return row with
        {
            ValueLabel = frame.TextWithInterval(estimate),
            Tone = row.Lower <= noDifference && row.Upper >= noDifference ? RowTone.Unsure : RowTone.Usual,
            IsTotal = false,
            IsStrong = false,
        };
    }
}
