namespace Barometer.Evidence.Tables;

/// <summary>
/// Lays out one share under several weighting schemes: the share, its interval, and how far it lies from the first
/// scheme's. The difference is that of the released, rounded shares.
/// </summary>
internal static class SchemeShareTableBuilder
{
    private const int Decimals = 1;

    /// <summary>One row a scheme, the chosen one pointed out.</summary>
    public static TableContent Build(ReleasedSchemes schemes)
    {
        var first = schemes.Releases[0];
        var table = first.Release.Content;
        return new TableContent
        {
            Id = schemes.Id,
            Title = schemes.Title,
            Unit = EstimateWording.UnitAndPeriod(table),
            Columns =
            [
                new("scheme", new("Vekting", "Weighting"), IsNumeric: false, IsRowHeader: true),
                new("share", new("Andel (%)", "Share (%)"), IsNumeric: true),
                new("interval", Interval(schemes), IsNumeric: true),
                new("moved", new("Avstand til første linje (prosentpoeng)", "From the first line (points)"), IsNumeric: true),
                new("n", Wording.Respondents, IsNumeric: true),
            ],
            Rows = [.. schemes.Releases.Select((one, i) => Row(one.Scheme, table.Estimates[0], one.Release.Content.Estimates[0], i == 0))],
            Notes = [.. Notes(schemes, table)],
            Source = EstimateWording.Source(table),
        };
    }

    /// <summary>What the share is of, by weighting.</summary>
    public static LocalizedText Title(ReleasedTable table)
    {
        var what = EstimateWording.WhatByWhat(table);
        return new LocalizedText($"{what.Nb}, etter vekting", $"{what.En}, by weighting");
    }

    private static LocalizedText Interval(ReleasedSchemes schemes) =>
        IntervalWording.Level(schemes.Releases.SelectMany(one => one.Release.Content.Estimates)) is { } level
            ? IntervalWording.Header(level)
            : new LocalizedText("KI", "CI");

    private static IEnumerable<TableNote> Notes(ReleasedSchemes schemes, ReleasedTable table)
    {
        if (schemes.Releases.Any(one => one.Scheme.IsChosen))
        {
            yield return new TableNote("", new LocalizedText("Uthevet: vektingen som brukes.", "In bold: the weighting in use."));
        }

        if (EstimateWording.Question(table) is { } question)
        {
            yield return new TableNote("", question);
        }

        yield return new TableNote("", new LocalizedText("KI: konfidensintervall.", "CI: confidence interval."));
    }

    private static TableRow Row(WeightingScheme scheme, ReleasedEstimate first, ReleasedEstimate estimate, bool isFirst) => new(
        [
            TableCell.Text(scheme.Name),
            Cell(estimate, () => TableCell.Number(estimate.Value * 100, Decimals)),
            Cell(estimate, () => estimate.Interval is { } interval
                ? TableCell.Interval(interval.Lower * 100, interval.Upper * 100, Decimals - 1)
                : TableCell.Symbol(StandardSymbol.Missing)),
            isFirst
                ? TableCell.Symbol(StandardSymbol.CannotOccur)
                : Cell(first, () => Cell(estimate, () => TableCell.Number((estimate.Value - first.Value) * 100, Decimals))),
            Cell(estimate, () => TableCell.Number(estimate.Respondents!.Value)),
        ],
        IsTotal: scheme.IsChosen);

    private static TableCell Cell(ReleasedEstimate estimate, Func<TableCell> shown) =>
        ReleasedCell.IsShown(estimate) ? shown() : TableCell.Symbol(StandardSymbol.NotPublishable);
}
