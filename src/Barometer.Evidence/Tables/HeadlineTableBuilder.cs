namespace Barometer.Evidence.Tables;

/// <summary>Lays out the main numbers of several releases, one a line: what, of whom, how much, and the id to cite it by.</summary>
internal static class HeadlineTableBuilder
{
    private static readonly LocalizedText Title = new("Hovedtallene", "The main numbers");

    /// <summary>The table; it stands on the first release.</summary>
    /// <exception cref="BarometerException">There is no release, or one holds no shares, or shares of groups.</exception>
    public static EvidenceTable Build(string id, IReadOnlyList<Released<ReleasedTable>> releases)
    {
        if (releases.Count == 0 || releases.Any(release => release.Content.Measure != Measure.Share || release.Content.By.Count > 0))
        {
            throw new BarometerException(new Problem(
                "The main numbers are released shares of everybody", Expected: "barometer.Release(design.Proportion(…), …), without groups"));
        }

        var level = IntervalWording.Level(releases.SelectMany(release => release.Content.Estimates)) ?? 0.95;
        var content = new TableContent
        {
            Id = id,
            Title = Title,
            Columns =
            [
                new("what", Wording.Indicator, IsNumeric: false, IsRowHeader: true),
                new("whom", new("Av hvem", "Of whom"), IsNumeric: false),
                new("estimate", Quantity.Of(releases[0].Content).Header, IsNumeric: true),
                new("interval", IntervalWording.Header(level), IsNumeric: true),
                new("n", Wording.Respondents, IsNumeric: true),
                new("id", new("Id i evidence.json", "Id in evidence.json"), IsNumeric: false),
            ],
            Rows = [.. releases.SelectMany(release => Rows(release, id))],
            Notes = [new TableNote("", new("KI: konfidensintervall. Andelene er vektet.", "CI: confidence interval. The shares are weighted."))],
            Source = EstimateWording.Source(releases[0].Content, isShort: true),
            Data = Data(releases),
        };
        return new EvidenceTable(content, releases[0].Stamp.And(releases.Select(one => one.Stamp)) with { Id = id, IsSynthetic = releases.Any(release => release.Stamp.IsSynthetic) });
    }

    private static TidyData Data(IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var all = releases.Select(release => EstimateData.Of(release.Content)).ToArray();
        return new TidyData(all[0].Columns, [.. all.SelectMany(data => data.Rows)]);
    }

    private static IEnumerable<TableRow> Rows(Released<ReleasedTable> released, string id)
    {
        var (table, quantity) = (released.Content, Quantity.Of(released.Content));
        return table.Estimates.Where(estimate => estimate.Groups.Count == 0).Select(estimate => new TableRow(
        [
            TableCell.Text(What(table, estimate.Outcome)),
            TableCell.Text(table.Universe),
            ShownCell.Of(estimate, () => TableCell.Number(quantity.Scale(estimate.Value), quantity.Decimals)),
            ShownCell.Interval(estimate, quantity.Factor, quantity.IntervalDecimals),
            ShownCell.Of(estimate, () => estimate.Respondents is { } n ? TableCell.Number(n) : TableCell.Symbol(StandardSymbol.Missing)),
            TableCell.Text($"{id}/{estimate.Outcome.Variable}{(estimate.Outcome.Code is { } code ? "=" + code : "")}"),
        ]));
    }

    // «Samarbeidspartnere: private bedrifter»; a single «yes» needs no name.
    private static LocalizedText What(ReleasedTable table, LabelledOutcome outcome) =>
        table.Estimates.All(estimate => estimate.Outcome.Code == EstimateWording.Yes && estimate.Outcome.Variable == outcome.Variable)
            ? table.Title
            : new LocalizedText($"{table.Title.Nb}: {SentenceCase.Inside(outcome.Label.Nb)}", $"{table.Title.En}: {SentenceCase.Inside(outcome.Label.En)}");
}
