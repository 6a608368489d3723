namespace Barometer.Evidence.Tables;

/// <summary>
/// Lays out facts about how something was made, one a line: where data come from, which policy was used, which version
/// of the code. Never anything that was computed from answers.
/// </summary>
internal static class FactTable
{
    /// <summary>The table.</summary>
    /// <param name="id">The name of its files.</param>
    /// <param name="title">What the facts are about.</param>
    /// <param name="stamp">Which survey they are about, and whether its answers are synthetic.</param>
    /// <param name="facts">What, and what it is.</param>
    public static EvidenceTable Of(string id, LocalizedText title, ReleaseStamp stamp, params IEnumerable<(LocalizedText Name, TableCell Value)> facts) =>
        new(
            new TableContent
            {
                Id = id,
                Title = title,
                Columns =
                [
                    new TableColumn("fact", Wording.Indicator, IsNumeric: false, IsRowHeader: true),
                    new TableColumn("value", new LocalizedText("Verdi", "Value"), IsNumeric: false),
                ],
                Rows = [.. facts.Select(fact => new TableRow([TableCell.Text(fact.Name), fact.Value]))],
                Source = null,
            },
            stamp);
}
