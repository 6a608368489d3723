namespace Barometer.Evidence.Tables;

/// <summary>Makes the table of ranked items: their shares, their ranks and the ranks that the sample leaves open.</summary>
internal static class RankingTableBuilder
{
    private static readonly LocalizedText Rank = new("Rang", "Rank");
    private static readonly LocalizedText OpenRanks = new("Mulige rangeringer", "Possible ranks");

    /// <summary>The table.</summary>
    public static EvidenceTable Build(Released<ReleasedRanking> released, Language language)
    {
        var ranking = released.Content;
        var shares = EstimateTableBuilder.Build(new Released<ReleasedTable>(ranking.Shares, released.Stamp), new TableOptions());
        var content = shares with
        {
            Columns = [.. shares.Columns, new TableColumn("rank", Rank, IsNumeric: true), new TableColumn("ranks", OpenRanks, IsNumeric: true)],
            Rows = [.. shares.Rows.Select((row, i) => row with { Cells = [.. row.Cells, .. Places(ranking.Items[i])] })],
            Notes = [.. shares.Notes, new TableNote("", Note(ranking.Level))],
        };
        return new EvidenceTable(content, released.Stamp, language);
    }

    private static IEnumerable<TableCell> Places((int Rank, int Highest, int Lowest) item) =>
    [
        TableCell.Number(item.Rank),
        item.Highest == item.Lowest ? TableCell.Number(item.Rank) : TableCell.Interval(item.Highest, item.Lowest, 0),
    ];

    private static LocalizedText Note(double level) => new(
        $"Mulige rangeringer: de som utvalget holder åpne, samlet for alle punktene ({IntervalWording.Percent(level, Language.Nb)} sikkerhet, parvise t-tester med Holms justering).",
        $"Possible ranks: those that the sample leaves open, for all items together ({IntervalWording.Percent(level, Language.En)} confidence, pairwise t tests with Holm's adjustment).");
}
