using System.Globalization;

namespace Barometer.Evidence.Pack;

/// <summary>Makes the numbers of figures and tables, and of releases, with what is to be said of each.</summary>
internal static class EvidenceNumbers
{
    /// <summary>
    /// The numbers of a table in its order: the result of a test, estimates with their ranks or their function, figures that others published, or else
    /// those of its cells.
    /// </summary>
    public static IEnumerable<EvidenceNumber> Of(EvidenceTable table)
    {
        var (content, release) = (table.Content, Release(table.Stamp));
        var numbers = content switch
        {
            { Estimates.Count: > 0 } => OfEstimates(table).Concat(OfRanks(table)).Concat(OfFunction(table)).Concat(content.Tests.Select(one => OfTest(content, one.Id, one.Test))),
            { Tests.Count: > 0 } => content.Tests.Select(one => OfTest(content, one.Id, one.Test)),
            { Data: { } data } when data.Columns.Contains("printed_nb") => data.Rows.Select(row => OfPublished(new TidyRow(data, row))),
            _ => OfCells(table),
        };
        return numbers.Select(number => number.Release.Id.Length > 0 ? number : number with { Release = release });
    }

    /// <summary>The estimates of a release, by its own id.</summary>
    public static IEnumerable<EvidenceNumber> Of(Released<ReleasedTable> released) => Of(released, released.Stamp.Id, EstimateWording.WhatByWhat(released.Content));

    private static IEnumerable<EvidenceNumber> OfEstimates(EvidenceTable table) =>
        table.Content.Estimates.SelectMany(released => Of(released, table.Stamp.Id, table.Content.Title));

    private static IEnumerable<EvidenceNumber> Of(Released<ReleasedTable> released, string prefix, LocalizedText title)
    {
        var (table, quantity) = (released.Content, Quantity.Of(released.Content));
        return table.Estimates.Select(estimate => new EvidenceNumber(Name(table, prefix, estimate), Decimal(estimate.Value))
        {
            Measure = CodeName.Of(table.Measure),
            Definition = Joined(title, estimate),
            Unit = EstimateWording.UnitAndPeriod(table),
            Lower = Decimal(estimate.Interval?.Lower),
            Upper = Decimal(estimate.Interval?.Upper),
            Level = Decimal(estimate.Interval?.Level),
            IntervalMethod = estimate.Interval is { } interval ? Intervals.Name(interval, table.Method) : null,
            Respondents = estimate.Respondents,
            Base = Decimal(estimate.Base),
            Steps = estimate.Steps is { } steps ? new EvidenceSteps(
                Decimal(steps.Value), estimate.Interval is null ? null : Decimal(steps.Limit), steps.Respondents, double.IsFinite(estimate.Base) ? steps.Base : null) : null,
            IsPercent = quantity.Factor == 100,
            Status = !ReleasedCell.IsShown(estimate) ? StandardSymbol.NotPublishable.Sign()
                : !double.IsFinite(estimate.Value) ? StandardSymbol.Missing.Sign()
                : CodeName.Of(estimate.Status),
            Flags = ReleasedCell.IsShown(estimate) && estimate.Reliability != Reliability.Good ? CodeName.Of(estimate.Reliability).Split(' ') : [],
            Outcome = Outcome(estimate.Outcome),
            Groups = Groups(table, estimate.Groups),
            Population = Population(table),
            Weighting = table.Method?.Weighting.Key,
            Model = table.Method?.Model is { } model ? new EvidenceModel(model.Family is { } family ? CodeName.Of(family) : "proportional-odds", model.Predictors) : null,
            Release = Release(released.Stamp),
        });
    }

    private static IEnumerable<EvidenceNumber> OfRanks(EvidenceTable table)
    {
        if (table.Content.Ranking is not { } ranking)
        {
            return [];
        }

        var items = ranking.Items.Count > 0 ? ranking.Items.Select(item => ((int Rank, int Highest, int Lowest)?)item) : ranking.Shares.Estimates.Select(_ => ((int Rank, int Highest, int Lowest)?)null);
        return items.Zip(ranking.Shares.Estimates, (item, share) => new EvidenceNumber(Name(table.Stamp.Id, share.Outcome, []) + "/rank", item?.Rank)
        {
            Status = Status(ranking.Status),
            Measure = EvidenceNumber.Rank,
            Definition = Joined(new($"Rang, {table.Content.Title.Nb}", $"Rank, {table.Content.Title.En}"), share),
            Unit = new($"Rang blant {ranking.Shares.Estimates.Count}", $"Rank among {ranking.Shares.Estimates.Count}"),
            Lower = item?.Highest,
            Upper = item?.Lowest,
            Level = item is null ? null : Decimal(ranking.Level),
            IntervalMethod = item is null ? null : Intervals.Ranks,
            Respondents = share.Respondents,
            Steps = item is null ? null : new EvidenceSteps(1, 1, share.Steps?.Respondents, null),
            Outcome = Outcome(share.Outcome),
            Population = Population(ranking.Shares),
            Weighting = ranking.Shares.Method?.Weighting.Key,
        });
    }

    private static string Status(CellStatus status) => status == CellStatus.Suppressed ? StandardSymbol.NotPublishable.Sign() : CodeName.Of(status);

    private static IEnumerable<EvidenceNumber> OfFunction(EvidenceTable table) => table.Content.Function is not { } function ? [] :
    [
        new EvidenceNumber(table.Stamp.Id + "/function", Decimal(function.Value))
        {
            Measure = EvidenceNumber.Function,
            Status = Status(function.Status),
            Definition = function.Title,
            Unit = function.IsPercent ? new("Prosent eller prosentpoeng", "Per cent or percentage points") : new("Forholdstall", "Ratio"),
            Lower = Decimal(function.Interval?.Lower),
            Upper = Decimal(function.Interval?.Upper),
            Level = Decimal(function.Interval?.Level),
            IntervalMethod = function.Interval?.Method,
            Steps = !double.IsFinite(function.Value) ? null : new EvidenceSteps(Unit(function.Decimals + (function.IsPercent ? 2 : 0)), function.Interval is null ? null : Unit(function.LimitDecimals + (function.IsPercent ? 2 : 0)), null, null),
            IsPercent = function.IsPercent,
            Groups = [.. function.Parts.Estimates.SelectMany(estimate => Groups(function.Parts, estimate.Groups)).Distinct()],
            Population = Population(function.Parts),
            Weighting = function.Parts.Method?.Weighting.Key,
            DerivedFrom = [table.Stamp.Id],
        },
    ];

    private static EvidenceNumber OfTest(TableContent content, string id, ReleasedPValue test)
    {
        var compared = test.Compared;
        var outcomes = compared?.Estimates.Select(estimate => estimate.Outcome).Distinct().ToList() ?? [];
        var isShown = TestWording.IsShown(test);
        return new EvidenceNumber(id + "/p", isShown ? Rounding.HalfAwayFromZero(test.PValue, ReleasedPValue.Decimals) : null)
        {
            Status = Status(test.Status),
            Measure = EvidenceNumber.PValue,
            Definition = new($"{content.Title.Nb}: p-verdi", $"{content.Title.En}: p-value"),
            Unit = test.IsBound ? new("Sannsynlighet, mindre enn", "Probability, less than") : new("Sannsynlighet", "Probability"),
            IsBound = test.IsBound,
            Steps = test.IsBound || !isShown ? null : new EvidenceSteps(Unit(ReleasedPValue.Decimals), null, null, null),
            Test = test.Method,
            Outcome = outcomes is [var only] ? Outcome(only) : null,
            Groups = compared is null ? [] : [.. compared.Estimates.SelectMany(estimate => Groups(compared, estimate.Groups)).Distinct()],
            Population = compared is null ? null : Population(compared),
            Weighting = compared?.Method?.Weighting.Key,
        };
    }

    private static EvidenceNumber OfPublished(TidyRow row) => new($"published/{row["id"]}", row.Number("value"))
    {
        Measure = "printed",
        Respondents = row.Number("n"),
        IsPercent = row["unit"] == "share",
        Definition = new($"{row["whose_nb"]}: {row["indicator_nb"]} ({row["printed_nb"]})", $"{row["whose_en"]}: {row["indicator_en"]} ({row["printed_en"]})"),
        Unit = new(row["unit"], row["unit"]),
    };

    private static IEnumerable<EvidenceNumber> OfCells(EvidenceTable table)
    {
        var content = table.Content;
        IReadOnlyList<string> from = [.. table.Stamp.Ledger.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('@')[0])];
        for (var r = 0; r < content.Rows.Count; r++)
        {
            for (var c = 0; c < content.Columns.Count; c++)
            {
                var (row, column, cell) = (content.Rows[r], content.Columns[c], content.Rows[r].Cells[c]);
                if (column.IsNumeric && cell.Kind != TableCellKind.Text)
                {
                    yield return OfCell(FormattableString.Invariant($"{content.Id}/{column.Id}/{r + 1}"), cell) with
                    {
                        Definition = new(Label(content, row, column, Language.Nb), Label(content, row, column, Language.En)),
                        Unit = content.Unit ?? new("", ""),
                        Outcome = row.Outcome is { } outcome ? Outcome(outcome) : null,
                        Groups = [.. row.Groups.Select(group => new EvidenceGroup(group.Variable, null, group.Code, group.Label, null))],
                        DerivedFrom = from,
                    };
                }
            }
        }
    }

    private static string Label(TableContent content, TableRow row, TableColumn column, Language language) => $"{content.Title.In(language)}: "
        + string.Join(", ", new[] { row.Section?.In(language), row.Cells[0].In(language), column.FullHeader.In(language) }.OfType<string>());

    // Numbers are rounded as the cell shows them; a share of one has two decimals more than its per cents.
    private static EvidenceNumber OfCell(string id, TableCell cell) => cell.Kind switch
    {
        TableCellKind.Symbol => new(id, null) { Status = cell.Standard.Sign() },
        TableCellKind.Interval => new(id, null)
        {
            Lower = Rounding.HalfAwayFromZero(cell.Value, cell.Decimals),
            Upper = Rounding.HalfAwayFromZero(cell.Upper, cell.Decimals),
            Steps = new EvidenceSteps(null, Unit(cell.Decimals), null, null),
        },
        TableCellKind.Percent => new(id, Rounding.HalfAwayFromZero(cell.Value, cell.Decimals + 2)) { IsPercent = true, Steps = new EvidenceSteps(Unit(cell.Decimals + 2), null, null, null) },
        _ => new(id, Rounding.HalfAwayFromZero(cell.Value, cell.Decimals)) { Steps = new EvidenceSteps(Unit(cell.Decimals), null, null, null) },
    };

    private static decimal Unit(int decimals) => new(1, 0, 0, isNegative: false, (byte)decimals);

    // Of a crossing of two variables a total of one is called by both the variable and the code.
    private static string Name(ReleasedTable table, string prefix, ReleasedEstimate estimate) => estimate.Groups.Count > 0 && estimate.Groups.Count < table.By.Count
        ? Name(prefix, estimate.Outcome, [.. estimate.Groups.Select(group => group with { Code = $"{group.Variable}={group.Code}" })])
        : Name(prefix, estimate.Outcome, estimate.Groups);

    private static string Name(string prefix, LabelledOutcome outcome, IReadOnlyList<LabelledGroup> groups) =>
        $"{prefix}/{outcome.Variable}" + (outcome.Code is { } code ? "=" + code : "") + (groups.Count > 0 ? "@" + string.Join('+', groups.Select(group => group.Code)) : "");

    private static LocalizedText Joined(LocalizedText title, ReleasedEstimate estimate)
    {
        var group = Wording.Heading(estimate.Groups.Select(one => one.Label));
        return new(Who(Language.Nb), Who(Language.En));

        string Who(Language language) => $"{title.In(language)}: {EstimateData.Named(estimate.Outcome, language)}" + (group is null ? "" : ", " + group.In(language));
    }

    private static EvidenceOutcome Outcome(LabelledOutcome outcome) => new(
        outcome.Variable, outcome.Code, new(EstimateData.Named(outcome, Language.Nb), EstimateData.Named(outcome, Language.En)));

    // The table of a model's effects has no grouping variables of its own: the section names the predictor.
    private static IReadOnlyList<EvidenceGroup> Groups(ReleasedTable table, IReadOnlyList<LabelledGroup> groups) => [.. groups.Select(group => new EvidenceGroup(
        group.Variable,
        table.By.ToList().IndexOf(group.Variable) is var at and >= 0 && at < table.ByLabels.Count ? table.ByLabels[at] : group.Section,
        group.Code,
        group.Label,
        group.Reference))];

    private static EvidencePopulation Population(ReleasedTable table) => new(
        table.Universe,
        table.Method?.Answers is { } answers ? CodeName.Of(answers) : null,
        table.Method?.Routing is { } routing ? new EvidenceCondition(routing.Variable, routing.Codes, routing.Universe) : null,
        [.. table.Method?.Domain.Select(one => new EvidenceCondition(one.Variable, one.Codes, one.Words)) ?? []]);

    private static EvidenceRelease Release(ReleaseStamp stamp) => new(stamp.Id, stamp.Survey, stamp.IsSynthetic, stamp.PolicyVersion);

    // As the table's CSV has it: no more decimals, and no zeros behind them.
    private static decimal? Decimal(double? number) =>
        number is { } known && double.IsFinite(known) ? decimal.Parse(CsvTableWriter.Number(known), CultureInfo.InvariantCulture) : null;

    /// <summary>A row of tidy data by the names of its columns.</summary>
    private sealed class TidyRow(TidyData data, IReadOnlyList<string> fields)
    {
        public string this[string column] => data.Columns.ToList().IndexOf(column) is var i and >= 0 ? fields[i] : "";

        public decimal? Number(string column) =>
            decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
