namespace Barometer.Evidence.Tables;

/// <summary>
/// Released estimates as a table: who, the estimate, its confidence interval and the answers behind it. Counts of several
/// things (population, invited, answered) stand side by side instead, a ranking has its ranks at the end, and a function of estimates stands
/// under them.
/// </summary>
internal static class ResultTable
{
    private static readonly LocalizedText Rank = new("Rang", "Rank");
    private static readonly LocalizedText Computed = new("Regnet av tallene over", "Computed from the numbers above");
    private static readonly LocalizedText OpenRanks = new("Mulige rangeringer", "Possible ranks");

    /// <summary>The table of <paramref name="released"/>.</summary>
    public static TableContent Of(Released<ReleasedTable> released, LocalizedText? title = null)
    {
        var table = released.Content;
        LabelledOutcome[] outcomes = [.. table.Estimates.Select(estimate => estimate.Outcome).Distinct()];
        var (columns, rows, notes) = table.Measure == Measure.Count && outcomes.Length > 1
            ? Counts(table, outcomes)
            : Estimates(table);
        return new TableContent
        {
            Id = released.Stamp.Id,
            Title = title?.Or(EstimateWording.WhatByWhat(table)) ?? EstimateWording.WhatByWhat(table),
            Unit = EstimateWording.UnitAndPeriod(table),
            Columns = columns,
            Rows = rows,
            Notes = notes,
            Source = EstimateWording.Source(table),
            Data = EstimateData.Of(table),
            Estimates = [released],
        };
    }

    /// <summary>The shares of ranked items, their ranks and the ranks that the sample leaves open.</summary>
    public static TableContent Of(Released<ReleasedRanking> released)
    {
        var ranking = released.Content;
        var level = ranking.Level;
        var shares = Of(new Released<ReleasedTable>(ranking.Shares, released.Stamp));
        return shares with
        {
            Ranking = ranking,
            Columns = [.. shares.Columns, new TableColumn("rank", Rank, IsNumeric: true), new TableColumn("ranks", OpenRanks, IsNumeric: true)],
            Rows = [.. shares.Rows.Select((row, i) => row with { Cells = [.. row.Cells, .. Ranks(ranking.Items[i])] })],
            Notes =
            [
                .. shares.Notes,
                new TableNote("", new LocalizedText(
                    $"Mulige rangeringer: de som utvalget holder åpne, samlet for alle punktene ({IntervalWording.Percent(level, Language.Nb)} sikkerhet, parvise t-tester med Holms justering).",
                    $"Possible ranks: those that the sample leaves open, for all items together ({IntervalWording.Percent(level, Language.En)} confidence, pairwise t tests with Holm's adjustment).")),
            ],
        };
    }

    /// <summary>The estimates, and under them the function that is computed of them.</summary>
    public static TableContent Of(Released<ReleasedFunction> released)
    {
        var function = released.Content;
        var parts = Of(new Released<ReleasedTable>(function.Parts, released.Stamp), function.Title);
        var factor = function.IsPercent ? 100 : 1;
        return parts with
        {
            Function = function,
            Rows =
            [
                .. parts.Rows,
                new TableRow([.. parts.Columns.Select(column => column.Id switch
                {
                    "group" => TableCell.Text(function.Title),
                    "estimate" => TableCell.Number(function.Value * factor, function.Decimals),
                    "interval" when function.Interval is { } interval => TableCell.Interval(interval.Lower * factor, interval.Upper * factor, function.LimitDecimals),
                    "interval" => TableCell.Symbol(StandardSymbol.Missing),
                    _ => TableCell.Symbol(StandardSymbol.CannotOccur),
                })], Computed),
            ],
            Notes =
            [
                .. parts.Notes,
                new TableNote("", new LocalizedText(
                    $"{Computed.Nb} slik de er vist; intervallet er regnet av grensene deres.", $"{Computed.En} as they are shown; the interval is computed from their limits.")),
            ],
        };
    }

    private static TableCell[] Ranks((int Rank, int Highest, int Lowest) item) =>
    [
        TableCell.Number(item.Rank),
        item.Highest == item.Lowest ? TableCell.Number(item.Rank) : TableCell.Interval(item.Highest, item.Lowest, 0),
    ];

    private static (TableColumn[] Columns, TableRow[] Rows, TableNote[] Notes) Estimates(ReleasedTable table)
    {
        var layout = EstimateLayout.Of(table);
        var level = IntervalWording.Level(table.Estimates);
        return (
            [
                new("group", layout.RowHeader, IsNumeric: false, IsRowHeader: true),
                new("estimate", layout.Quantity.Header, IsNumeric: true),
                .. level is { } known ? [new TableColumn("interval", IntervalWording.Header(known), IsNumeric: true)] : Array.Empty<TableColumn>(),
                new("n", layout.IsRate ? ResponseRate.Invited : Wording.Respondents, IsNumeric: true),
            ],
            [
                .. table.Estimates.Select(estimate => new TableRow(
                    [
                        TableCell.Text(layout.RowLabel(estimate)),
                        ReleasedCell.Of(estimate, estimate.Value, value =>
                            TableCell.Number(layout.Quantity.Scale(value), layout.Quantity.DecimalsOf(estimate)) with { Marks = layout.Marks(estimate) }),
                        .. level is null ? Array.Empty<TableCell>() : [ReleasedCell.Interval(estimate, layout.Quantity)],
                        ReleasedCell.Of(estimate, layout.Behind(estimate) ?? double.NaN, n => TableCell.Number(n)),
                    ],
                    layout.Section(estimate),
                    layout.IsTotal(estimate))),
            ],
            [
                .. layout.Notes,
                .. Notes(table),
                .. EstimateWording.Question(table) is { } question ? [new TableNote("", question)] : Array.Empty<TableNote>(),
                .. EstimateWording.Rules(table).Select(rule => new TableNote("", rule)),
                new TableNote("", EstimateWording.Method(table)),
            ]);
    }

    /// <summary>One row a group, one column an outcome.</summary>
    private static (TableColumn[] Columns, TableRow[] Rows, TableNote[] Notes) Counts(ReleasedTable table, LabelledOutcome[] outcomes)
    {
        var header = table.ByLabels.Count > 0 ? table.ByLabels[^1] : new LocalizedText("Gruppe", "Group");
        return (
            [
                new("group", header, IsNumeric: false, IsRowHeader: true),
                .. outcomes.Select(outcome => new TableColumn(outcome.Variable, outcome.Label, IsNumeric: true)),
            ],
            [.. table.Estimates.GroupBy(estimate => string.Join('|', estimate.Groups.Select(group => group.Code))).Select(group => Row(group, outcomes))],
            [.. Notes(table)]);
    }

    private static TableRow Row(IEnumerable<ReleasedEstimate> group, LabelledOutcome[] outcomes)
    {
        var counts = group.ToDictionary(estimate => estimate.Outcome);
        var groups = counts.Values.First().Groups;
        return new TableRow(
            [
                TableCell.Text(groups.Count == 0 ? Wording.All : groups[^1].Label),
                .. outcomes.Select(outcome => counts.TryGetValue(outcome, out var count)
                    ? ReleasedCell.Of(count, count.Value, value => TableCell.Number(value))
                    : TableCell.Symbol(StandardSymbol.CannotOccur)),
            ],
            Wording.Heading(groups.SkipLast(1).Select(value => value.Label)),
            groups.Count == 0);
    }

    private static IEnumerable<TableNote> Notes(ReleasedTable table) =>
    [
        .. table.Rounding is { } rounding ? [new TableNote("", rounding)] : Array.Empty<TableNote>(),
        .. table.Session is { } session ? [new TableNote("", session)] : Array.Empty<TableNote>(),
        .. table.Coarser is { } coarser ? [new TableNote("", coarser.Words) { Code = coarser.Code }] : Array.Empty<TableNote>(),
    ];
}
