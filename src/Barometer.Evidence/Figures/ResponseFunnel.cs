using Barometer.Analysis;
using Barometer.Analysis.Anonymity;
using Barometer.Analysis.Estimation;
using Barometer.Evidence.Figures.Description;
using Barometer.Evidence.Formats;
using Barometer.Evidence.Tables;

namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes released response counts as the steps from the population over the invited to those who answered. A rate is
/// that of two released counts, and hidden with either of them.
/// </summary>
internal static class ResponseFunnel
{
    private static readonly string[] Steps = ["population", "invited", "answered"];
    private static readonly LocalizedText Kind = new("Trinn fra populasjon til svar", "Steps from population to answers");
    private static readonly LocalizedText OfPopulation = new("av populasjonen", "of the population");
    private static readonly LocalizedText OfInvited = new("av de inviterte", "of the invited");

    /// <summary>The figure of <paramref name="released"/>.</summary>
    /// <exception cref="BarometerException">The release is none of response counts.</exception>
    public static FigureDescription Describe(Released<EstimateTable> released, FigureOptions options)
    {
        var frame = new EstimateFrame(released, options);
        var rows = frame.Table.Estimates
            .GroupBy(estimate => string.Join('\u001f', estimate.Groups.Select(group => group.Code)))
            .SelectMany(group => Rows(frame, [.. group]))
            .ToArray();
        var chart = new BarChart(rows, ValueAxis.Holding(rows.Select(row => row.Reach), 1, frame.AxisLabel));
        return frame.Describe(
            "funnel",
            chart,
            Kind,
            [.. rows.Select(row => new SpokenRow(SpokenRow.Under(row.Section, row.Spoken), row.Value, row.IsTotal, row.Form == BarForm.Suppressed))],
            frame.Reading(hasBase: false));
    }

    private static IEnumerable<BarRow> Rows(EstimateFrame frame, Estimate[] group)
    {
        var counts = Array.ConvertAll(Steps, step => Array.Find(group, estimate => estimate.Outcome.Variable == step)
            ?? throw new BarometerException(new Problem($"The release has no count called «{step}»", Hint: "survey.ResponseCounts()")));
        var section = frame.Layout.Section(counts[0])?.In(frame.Language);
        for (var i = 0; i < counts.Length; i++)
        {
            var isShown = ReleasedCell.IsShown(counts[i]);
            var label = counts[i].Outcome.Label.In(frame.Language);
            var number = isShown ? frame.Format.Number(counts[i].Value, 0) : StandardSymbol.NotPublishable.Sign();
            var text = i > 0 && isShown && ReleasedCell.IsShown(counts[i - 1]) && counts[i - 1].Value > 0
                ? $"{number} ({Rate(frame, counts[i].Value / counts[i - 1].Value, i)})"
                : number;
            yield return new BarRow
            {
                Label = label,
                Section = section,
                Form = isShown ? BarForm.Exact : BarForm.Suppressed,
                Value = isShown ? counts[i].Value : null,
                ValueLabel = text,
                Spoken = isShown ? $"{label}: {text}" : $"{label}: {StandardSymbol.NotPublishable.Meaning().In(frame.Language)}",
            };
        }
    }

    private static string Rate(EstimateFrame frame, double rate, int step) =>
        frame.Format.Percent(rate) + "\u00A0" + (step == 1 ? OfPopulation : OfInvited).In(frame.Language);
}
