namespace Barometer.Evidence.Tables;

/// <summary>The main numbers of several releases, one a line: what, of whom, how much, and the id to cite it by.</summary>
internal static class HeadlineTable
{
    /// <summary>The table; it stands on the first release.</summary>
    /// <exception cref="BarometerException">There is no release, or one holds no shares, or shares of groups.</exception>
    public static EvidenceTable Of(string id, IReadOnlyList<Released<ReleasedTable>> releases)
    {
        if (releases.Count == 0 || releases.Any(release => release.Content.Measure != Measure.Share || release.Content.By.Count > 0))
        {
            throw new BarometerException(new Problem(
                "The main numbers are released shares of everybody", Expected: "barometer.Release(design.Proportion(…), …), without groups"));
        }

        var level = IntervalWording.Level(releases.SelectMany(release => release.Content.Estimates)) ?? 0.95;
        var data = releases.Select(release => EstimateData.Of(release.Content)).ToArray();
        var content = new TableContent
        {
            Id = id,
            Title = new LocalizedText("Hovedtallene", "The main numbers"),
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
            Data = new TidyData(data[0].Columns, [.. data.SelectMany(one => one.Rows)]),
            Estimates = releases,
        };
        return new EvidenceTable(content, releases[0].Stamp.And(releases.Select(one => one.Stamp)) with { Id = id, IsSynthetic = releases.Any(release => release.Stamp.IsSynthetic) });
    }

    private static IEnumerable<TableRow> Rows(Released<ReleasedTable> released, string id)
    {
        var (table, quantity) = (released.Content, Quantity.Of(released.Content));
        return table.Estimates.Where(estimate => estimate.Groups.Count == 0).Select(estimate => new TableRow(
        [
            TableCell.Text(What(table, estimate.Outcome)),
            TableCell.Text(table.Universe),
            ReleasedCell.Number(estimate, quantity),
            ReleasedCell.Interval(estimate, quantity),
            ReleasedCell.Respondents(estimate),
            TableCell.Text($"{id}/{estimate.Outcome.Variable}{(estimate.Outcome.Code is { } code ? "=" + code : "")}"),
        ]));
    }

    // «Samarbeidspartnere: private bedrifter»; a single «yes» needs no name.
    private static LocalizedText What(ReleasedTable table, LabelledOutcome outcome) =>
        table.Estimates.All(estimate => estimate.Outcome.Code == EstimateWording.Yes && estimate.Outcome.Variable == outcome.Variable)
            ? table.Title
            : new LocalizedText($"{table.Title.Nb}: {SentenceCase.Inside(outcome.Label.Nb)}", $"{table.Title.En}: {SentenceCase.Inside(outcome.Label.En)}");
}
