namespace Barometer.Evidence.Tables;

/// <summary>Lays out several counts of the same groups side by side: population, invited and answered.</summary>
internal static class CountTableBuilder
{
    /// <summary>Whether the table holds counts of several things.</summary>
    public static bool Suits(ReleasedTable table) => table.Measure == Measure.Count && Outcomes(table).Length > 1;

    /// <summary>One row a group, one column an outcome.</summary>
    public static TableContent Build(Released<ReleasedTable> released, TableOptions options)
    {
        var table = released.Content;
        var outcomes = Outcomes(table);
        var groups = table.Estimates.GroupBy(estimate => string.Join('|', estimate.Groups.Select(group => group.Code)));
        var header = table.ByLabels.Count > 0 ? table.ByLabels[^1] : new LocalizedText("Gruppe", "Group");
        return new TableContent
        {
            Id = released.Stamp.Id,
            Title = options.Title ?? EstimateWording.WhatByWhat(table),
            Unit = EstimateWording.UnitAndPeriod(table),
            Columns =
            [
                new TableColumn("group", header, IsNumeric: false, IsRowHeader: true),
                .. outcomes.Select(outcome => new TableColumn(outcome.Variable, outcome.Label, IsNumeric: true)),
            ],
            Rows = [.. groups.Select(group => Row(group, outcomes))],
            Notes =
            [
                .. new[] { options.Note, table.Rounding }.OfType<LocalizedText>().Select(note => new TableNote("", note)),
                .. table.Coarser is { } coarser ? [new TableNote("", coarser.Words) { Code = coarser.Code }] : Array.Empty<TableNote>(),
            ],
            Source = EstimateWording.Source(table),
            Data = EstimateData.Of(table),
        };
    }

    private static LabelledOutcome[] Outcomes(ReleasedTable table) => [.. table.Estimates.Select(estimate => estimate.Outcome).Distinct()];

    private static TableRow Row(IEnumerable<ReleasedEstimate> group, LabelledOutcome[] outcomes)
    {
        var cells = group.ToDictionary(estimate => estimate.Outcome);
        var groups = cells.Values.First().Groups;
        var label = groups.Count == 0 ? Wording.All : groups[^1].Label;
        var section = groups.Count < 2 ? null : new LocalizedText(
            string.Join(" · ", groups.SkipLast(1).Select(value => value.Label.Nb)),
            string.Join(" · ", groups.SkipLast(1).Select(value => value.Label.En)));
        return new TableRow(
            [TableCell.Text(label), .. outcomes.Select(outcome => Cell(cells.GetValueOrDefault(outcome)))],
            section,
            groups.Count == 0);
    }

    private static TableCell Cell(ReleasedEstimate? estimate) => estimate is null ? TableCell.Symbol(StandardSymbol.CannotOccur)
        : !ReleasedCell.IsShown(estimate) ? TableCell.Symbol(StandardSymbol.NotPublishable)
        : double.IsFinite(estimate.Value) ? TableCell.Number(estimate.Value)
        : TableCell.Symbol(StandardSymbol.Missing);
}
