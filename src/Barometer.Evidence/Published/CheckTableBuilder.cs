namespace Barometer.Evidence.Published;

/// <summary>Lays out checks of published figures: one row a figure, and under them the counts of all.</summary>
internal static class CheckTableBuilder
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

    /// <summary>The table of the checks that were made.</summary>
    public static EvidenceTable Build(PublishedChecks checks, IReadOnlyList<PublishedCheck> made)
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
                .. isSynthetic ? [new TableNote("", CheckText.Synthetic)] : Array.Empty<TableNote>(),
            ],
            Source = null,
        };
        return new EvidenceTable(content, new ReleaseStamp("published-check", "", "published", isSynthetic) { Ledger = ReleaseStamp.Union(made.Select(check => check.Ledger)) }, checks.Language);
    }

    private static TableRow Row(PublishedCheck check) => new(
    [
        TableCell.Text(new LocalizedText(
            $"{check.Figure.Indicator.Nb} ({check.Figure.Population.Nb})", $"{check.Figure.Indicator.En} ({check.Figure.Population.En})")),
        TableCell.Text(check.Figure.Id),
        TableCell.Text(check.Figure.Text),
        Computed(check),
        TableCell.Text(check.StatusText),
        TableCell.Text(new LocalizedText(CheckText.Reason(check, Language.Nb), CheckText.Reason(check, Language.En))),
    ]);

    private static TableCell Computed(PublishedCheck check) => check switch
    {
        { ComputedItem: null, Computed: null, Obstacle: CheckObstacle.Suppressed } => TableCell.Symbol(StandardSymbol.NotPublishable),
        { ComputedItem: null, Computed: null } => TableCell.Symbol(StandardSymbol.Missing),
        _ => TableCell.Text(new LocalizedText(CheckText.Computed(check, Language.Nb), CheckText.Computed(check, Language.En))),
    };
}
