using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Checks;

/// <summary>Checks of published figures as a table (one row a figure, and under them the counts of all) and as a file.</summary>
internal static class CheckTable
{
    private static readonly LocalizedText Title = new(
        "Publiserte tall holdt mot det som er beregnet", "Published figures held against what is computed");

    private static readonly LocalizedText UnmadeTitle = new("Tall som ikke er kontrollert, og hva som ville kontrollere dem", "Figures that aren't checked, and what would check them");
    private static readonly LocalizedText CountsTitle = new("Publiserte tall etter status og sikkerhet", "Published figures by status and confidence");
    private static readonly LocalizedText Estimate = new("Anslaget som ville kontrollere det", "The estimate that would check it");
    private static readonly LocalizedText NotAsked = new("kodebøkene våre har ikke spørsmålet", "our codebooks don't ask it");
    private static readonly LocalizedText ConfidenceLetters = new(
        "A: lest på produsentens egen side. B: lest på en annen virksomhets side. C: nivå, utgave eller definisjon er usikker.",
        "A: read on the producer's own page. B: read on another body's page. C: level, edition or definition uncertain.");

    private static readonly TableColumn[] Columns =
    [
        new("figure", new("Tall", "Figure"), IsNumeric: false, IsRowHeader: true),
        new("id", new("Id", "Id"), IsNumeric: false),
        new("published", new("Publisert", "Published"), IsNumeric: false),
        new("computed", new("Beregnet", "Computed"), IsNumeric: false),
        new("status", new("Status", "Status"), IsNumeric: false),
        new("explanation", new("Forklaring", "Explanation"), IsNumeric: false),
    ];

    private static readonly (string Name, Func<PublishedCheck, string> Cell)[] CsvColumns =
    [
        ("id", check => check.Figure.Id),
        ("source_row", check => check.Figure.SourceRow),
        ("status", check => CheckCodes.Of(check.Status)),
        ("synthetic", check => check.IsSynthetic ? "true" : "false"),
        ("printed", check => check.Figure.Printed),
        ("computed", check => check.Outcome.Item?.Code ?? check.Computed?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("basis", check => check.Basis),
        ("estimate", check => check.Status == CheckStatus.NeedsMicrodata ? check.Estimate ?? "" : ""),
        ("status_nb", check => check.StatusText.Nb),
        ("status_en", check => check.StatusText.En),
        ("explanation_nb", check => check.Explanation.Nb),
        ("explanation_en", check => check.Explanation.En),
        ("indicator_nb", check => check.Figure.Indicator.Nb),
        ("indicator_en", check => check.Figure.Indicator.En),
        ("confidence", check => check.Figure.Confidence.ToString()),
        ("source_title", check => check.Figure.Source.Title),
        ("source_url", check => check.Figure.Source.Address.OriginalString),
    ];

    /// <summary>The table of the checks that were made.</summary>
    public static EvidenceTable Of(PublishedChecks checks, IReadOnlyList<PublishedCheck> made)
    {
        var isSynthetic = made.Any(check => check.IsSynthetic);
        var content = new TableContent
        {
            Id = "published-check",
            Title = Title,
            Columns = Columns,
            Rows = [.. made.OrderBy(check => check.Status).Select(Row)],
            Notes =
            [
                new("", new LocalizedText(checks.Summary(Language.Nb) + ".", checks.Summary(Language.En) + ".")),
                .. isSynthetic ? [new TableNote("", CheckWording.Synthetic)] : Array.Empty<TableNote>(),
            ],
            Source = null,
        };
        return new EvidenceTable(content, new ReleaseStamp("published-check", "", "published", isSynthetic) { Ledger = ReleaseStamp.Union(made.Select(check => check.Ledger)) }, checks.Language);
    }

    /// <summary>
    /// What wasn't made, folded: of each figure that needs the microdata, the estimate that would check it, one survey after the other; and
    /// the facts that no answers could check.
    /// </summary>
    public static string Unmade(PublishedChecks checks)
    {
        var unmade = checks.Checks.Where(check => check is { Obstacle: CheckObstacle.NoOpenData }).ToList();
        if (unmade.Count == 0)
        {
            return "";
        }

        var content = new TableContent
        {
            Id = "published-unchecked",
            Title = UnmadeTitle,
            Columns = [Columns[0], Columns[1], Columns[2], new("estimate", Estimate, IsNumeric: false)],
            Rows = [.. unmade.OrderBy(check => check.Status).Select(check => new TableRow(
                [Whom(check), TableCell.Text(check.Figure.Id), TableCell.Text(check.Figure.Text), Needed(check)], Section(check)))],
            Source = null,
        };
        var table = new EvidenceTable(content, new ReleaseStamp("published-check", "", "published", IsSynthetic: false), checks.Language);
        return $"<details>\n<summary>{Markup.Encode(UnmadeTitle.In(checks.Language))}</summary>\n{table.ToHtml()}\n</details>\n";
    }

    /// <summary>How many figures there are by status and confidence.</summary>
    public static EvidenceTable Counts(PublishedChecks checks)
    {
        var content = new TableContent
        {
            Id = "published-check-counts",
            Title = CountsTitle,
            Columns =
            [
                new("status", new("Status", "Status"), IsNumeric: false, IsRowHeader: true),
                .. Enum.GetValues<Confidence>().Select(letter => new TableColumn($"confidence_{letter}".ToLowerInvariant(), new($"{letter}", $"{letter}"), IsNumeric: true)),
                new("total", Wording.All, IsNumeric: true),
            ],
            Rows =
            [
                .. checks.Checks.GroupBy(check => check.StatusText).OrderBy(group => group.First().Status).ThenByDescending(group => group.First().IsSynthetic)
                    .Select(group => Counted(group.Key, [.. group], isTotal: false)),
                Counted(Wording.All, checks.Checks, isTotal: true),
            ],
            Notes = [new("", ConfidenceLetters)],
            Source = null,
        };
        var isSynthetic = checks.Checks.Any(check => check.IsSynthetic);
        return new EvidenceTable(content, new ReleaseStamp("published-check-counts", "", "published", isSynthetic) { Ledger = ReleaseStamp.Union(checks.Checks.Select(check => check.Ledger)) }, checks.Language);
    }

    /// <summary>The checks as comma-separated values, invariant and in the order given: a header and a line for each.</summary>
    public static string Csv(IEnumerable<PublishedCheck> checks)
    {
        var text = new StringBuilder();
        CsvLine.Append(text, CsvColumns.Select(column => column.Name));
        foreach (var check in checks)
        {
            CsvLine.Append(text, CsvColumns.Select(column => column.Cell(check)));
        }

        return text.ToString();
    }

    private static TableRow Row(PublishedCheck check) => new(
    [
        Whom(check),
        TableCell.Text(check.Figure.Id),
        TableCell.Text(check.Figure.Text),
        Computed(check),
        TableCell.Text(check.StatusText),
        TableCell.Text(CheckWording.Reason(check)),
    ], Section(check));

    private static TableCell Whom(PublishedCheck check) => TableCell.Text(new LocalizedText(
        $"{check.Figure.Indicator.Nb} ({check.Figure.Population.Nb})", $"{check.Figure.Indicator.En} ({check.Figure.Population.En})"));

    private static LocalizedText Section(PublishedCheck check) => SentenceCase.First(CheckWording.Status(check.Status, isSynthetic: false));

    private static TableCell Needed(PublishedCheck check) => check.Status == CheckStatus.Fact ? TableCell.Symbol(StandardSymbol.CannotOccur)
        : TableCell.Text(check.Estimate is { } code ? new LocalizedText(code, code) : NotAsked);

    private static TableRow Counted(LocalizedText label, IReadOnlyList<PublishedCheck> checks, bool isTotal) => new(
    [
        TableCell.Text(label),
        .. Enum.GetValues<Confidence>().Select(letter => TableCell.Number(checks.Count(check => check.Figure.Confidence == letter))),
        TableCell.Number(checks.Count),
    ])
    { IsTotal = isTotal };

    private static TableCell Computed(PublishedCheck check) => check switch
    {
        { ComputedItem: null, Computed: null, Obstacle: CheckObstacle.Suppressed } => TableCell.Symbol(StandardSymbol.NotPublishable),
        { ComputedItem: null, Computed: null } => TableCell.Symbol(StandardSymbol.Missing),
        _ => TableCell.Text(new LocalizedText(CheckWording.Computed(check, Language.Nb), CheckWording.Computed(check, Language.En))),
    };
}
