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

    private static readonly LocalizedText NoRanks = new(
        "Rangeringen kan ikke vises: plassene til de andre ville fortalt om en andel som ikke kan vises.", "The ranks may not be shown: those of the others would tell of a share that may not.");

    private static readonly LocalizedText NotComputed = new("Tallet kan ikke vises, for det er regnet av tall som ikke kan vises.", "The number may not be shown, since it is computed from numbers that may not.");

    /// <summary>The table of <paramref name="released"/>.</summary>
    public static TableContent Of(Released<ReleasedTable> released, LocalizedText? title = null)
    {
        var table = released.Content;
        LabelledOutcome[] outcomes = [.. table.Estimates.Select(estimate => estimate.Outcome).Distinct()];
        var (columns, rows, notes) = table.Measure == Measure.Count && outcomes.Length > 1 ? Counts(table, outcomes)
            : table.Measure == Measure.Count && table.By.Count == 2 ? Crossing(table)
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
        var (level, isShown) = (ranking.Level, ranking.Status == CellStatus.Published);
        var shares = Of(new Released<ReleasedTable>(ranking.Shares, released.Stamp));
        return shares with
        {
            Ranking = ranking,
            Columns = [.. shares.Columns, new TableColumn("rank", Rank, IsNumeric: true), new TableColumn("ranks", OpenRanks, IsNumeric: true)],
            Rows = [.. shares.Rows.Select((row, i) => row with { Cells = [.. row.Cells, .. isShown ? Ranks(ranking.Items[i]) : [TableCell.Symbol(StandardSymbol.NotPublishable), TableCell.Symbol(StandardSymbol.NotPublishable)]] })],
            Notes =
            [
                .. shares.Notes,
                new TableNote("", !isShown ? NoRanks : new LocalizedText(
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
        var (factor, isShown) = (function.IsPercent ? 100 : 1, function.Status == CellStatus.Published);
        return parts with
        {
            Function = function,
            Rows =
            [
                .. parts.Rows,
                new TableRow([.. parts.Columns.Select(column => column.Id switch
                {
                    "group" => TableCell.Text(function.Title),
                    "estimate" or "interval" when !isShown => TableCell.Symbol(StandardSymbol.NotPublishable),
                    "estimate" => TableCell.Number(function.Value * factor, function.Decimals),
                    "interval" when function.Interval is { } interval => TableCell.Interval(interval.Lower * factor, interval.Upper * factor, function.LimitDecimals),
                    "interval" => TableCell.Symbol(StandardSymbol.Missing),
                    _ => TableCell.Symbol(StandardSymbol.CannotOccur),
                })], Computed),
            ],
            Notes =
            [
                .. parts.Notes,
                new TableNote("", !isShown ? NotComputed : new LocalizedText(
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
        var isCount = table.Measure == Measure.Count; // of which n is the number itself
        return (
            [
                new("group", layout.RowHeader, IsNumeric: false, IsRowHeader: true),
                new("estimate", layout.Quantity.Header, IsNumeric: true),
                .. level is { } known ? [new TableColumn("interval", IntervalWording.Header(known), IsNumeric: true)] : Array.Empty<TableColumn>(),
                .. isCount ? Array.Empty<TableColumn>() : [new TableColumn("n", layout.IsRate ? ResponseRate.Invited : Wording.Respondents, IsNumeric: true)],
            ],
            [
                .. table.Estimates.Select(estimate => new TableRow(
                    [
                        TableCell.Text(layout.RowLabel(estimate)),
                        ReleasedCell.Of(estimate, estimate.Value, value =>
                            TableCell.Number(layout.Quantity.Scale(value), layout.Quantity.DecimalsOf(estimate)) with { Marks = layout.Marks(estimate) }),
                        .. level is null ? Array.Empty<TableCell>() : [ReleasedCell.Interval(estimate, layout.Quantity)],
                        .. isCount ? Array.Empty<TableCell>() : [ReleasedCell.Of(estimate, layout.Behind(estimate) ?? double.NaN, n => TableCell.Number(n))],
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

    /// <summary>Numbers of answers by two variables: one row a category of the first, one column a category of the second, and the totals of both.</summary>
    private static (TableColumn[] Columns, TableRow[] Rows, TableNote[] Notes) Crossing(ReleasedTable table)
    {
        var (rows, columns) = (Categories(table.By[0]), Categories(table.By[1]));
        return (
            [
                new("group", table.ByLabels[0], IsNumeric: false, IsRowHeader: true),
                .. columns.Select(column => new TableColumn(column?.Code ?? "all", column?.InFull ?? Wording.All, IsNumeric: true)),
            ],
            [
                .. rows.Select(row => new TableRow(
                    [TableCell.Text(row?.InFull ?? Wording.All), .. columns.Select(column => Number(row, column))], IsTotal: row is null)),
            ],
            [.. Notes(table), .. EstimateWording.Rules(table).Select(rule => new TableNote("", rule)), new TableNote("", EstimateWording.Method(table))]);

        List<LabelledGroup?> Categories(string variable) =>
            [.. table.Estimates.SelectMany(estimate => estimate.Groups).Where(group => group.Variable == variable).DistinctBy(group => group.Code), null];

        TableCell Number(LabelledGroup? row, LabelledGroup? column) =>
            table.Estimates.FirstOrDefault(estimate => Of(estimate, table.By[0]) == row?.Code && Of(estimate, table.By[1]) == column?.Code) is { } number
                ? ReleasedCell.Of(number, number.Value, value => TableCell.Number(value))
                : TableCell.Symbol(StandardSymbol.CannotOccur);

        static string? Of(ReleasedEstimate estimate, string variable) => estimate.Groups.FirstOrDefault(group => group.Variable == variable)?.Code;
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
            Wording.Heading(groups.SkipLast(1).Select(value => value.InFull)),
            groups.Count == 0);
    }

    /// <summary>That numbers are rounded, why they are hidden, and which coarser table would show more.</summary>
    internal static IEnumerable<TableNote> Notes(ReleasedTable table) =>
    [
        .. table.Rounding is { } rounding ? [new TableNote("", rounding)] : Array.Empty<TableNote>(),
        .. table.Session is { } session ? [new TableNote("", session)] : Array.Empty<TableNote>(),
        .. table.Coarser is { } coarser ? [new TableNote("", coarser.Words) { Code = coarser.Code }] : table.NoCoarser is { } none ? [new TableNote("", none)] : Array.Empty<TableNote>(),
    ];
}
