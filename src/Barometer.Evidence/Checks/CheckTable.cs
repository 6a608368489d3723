using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Checks;

/// <summary>Checks of published figures as a table (one row a figure, and under them the counts of all) and as a file.</summary>
internal static class CheckTable
{
    private static readonly LocalizedText Title = new(
        "Publiserte tall holdt mot det som er beregnet", "Published figures held against what is computed");

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
            Rows = [.. made.Select(Row)],
            Notes =
            [
                new("", new LocalizedText(checks.Summary(Language.Nb) + ".", checks.Summary(Language.En) + ".")),
                .. isSynthetic ? [new TableNote("", CheckWording.Synthetic)] : Array.Empty<TableNote>(),
            ],
            Source = null,
        };
        return new EvidenceTable(content, new ReleaseStamp("published-check", "", "published", isSynthetic) { Ledger = ReleaseStamp.Union(made.Select(check => check.Ledger)) }, checks.Language);
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
        TableCell.Text(new LocalizedText(
            $"{check.Figure.Indicator.Nb} ({check.Figure.Population.Nb})", $"{check.Figure.Indicator.En} ({check.Figure.Population.En})")),
        TableCell.Text(check.Figure.Id),
        TableCell.Text(check.Figure.Text),
        Computed(check),
        TableCell.Text(check.StatusText),
        TableCell.Text(new LocalizedText(CheckWording.Reason(check, Language.Nb), CheckWording.Reason(check, Language.En))),
    ]);

    private static TableCell Computed(PublishedCheck check) => check switch
    {
        { ComputedItem: null, Computed: null, Obstacle: CheckObstacle.Suppressed } => TableCell.Symbol(StandardSymbol.NotPublishable),
        { ComputedItem: null, Computed: null } => TableCell.Symbol(StandardSymbol.Missing),
        _ => TableCell.Text(new LocalizedText(CheckWording.Computed(check, Language.Nb), CheckWording.Computed(check, Language.En))),
    };
}
