namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>
/// Finds the nearest coarser table of which more can be shown. Each candidate is decided on as if it were released next, beside
/// everything that was released before, the table itself among it: so what the proposal tells, that release would tell too.
/// </summary>
/// <remarks>
/// The candidate that keeps most of the differences between groups is proposed, as far as they can be shown; at a tie the
/// nearer one. That is measured by the entropy of the groups: many of like size keep much, one that holds nearly everybody
/// keeps next to nothing (De Waal and Willenborg, Information loss through global recoding and local suppression, Netherlands
/// Official Statistics 14, 1999).
/// </remarks>
/// <param name="rules">The rules.</param>
/// <param name="codebook">The survey's codebook.</param>
/// <param name="before">Everything released so far.</param>
internal sealed class CoarserSearch(BlockRules rules, Codebook codebook, IReadOnlyList<Claim> before)
{
    private const int Decimals = 6;

    /// <summary>The proposal for a table that can't be made safe; null when there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="code">The code that made it.</param>
    public CoarserTable? InPlaceOf(UnreleasedTable table, string code) => Best(table, null, code);

    /// <summary>The proposal for a table of which most is hidden; null when the table isn't one, or when there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="status">The status of its estimates.</param>
    /// <param name="code">The code that made it.</param>
    public CoarserTable? Beside(UnreleasedTable table, IReadOnlyList<CellStatus> status, string code)
    {
        var cells = new GroupedCells(table, status);
        return cells.Shows(rules.Policy.MinShownShare) ? null : Best(table, cells, code);
    }

    private CoarserTable? Best(UnreleasedTable table, GroupedCells? now, string code)
    {
        if (table.Design is not { } design || table.By.Count == 0)
        {
            return null;
        }

        var best = new Coarsenings(table, design, codebook).Find(now?.Hidden)
            .Select(way => (Way: way, Cells: Decide(table, way)))
            .Where(one => one.Cells is { } cells && cells.Shows(rules.Policy.MinShownShare) && (now is null || Measure(cells) > Measure(now)))
            .OrderByDescending(one => Measure(one.Cells!))
            .FirstOrDefault();
        if (best is not ({ } chosen, { } found))
        {
            return null;
        }

        var line = CoarserCode.Of(code, chosen);
        return new CoarserTable(chosen.By, found.Shown, found.Count, line, CoarserWords.Of(table, now, chosen, found));
    }

    private static double Measure(GroupedCells cells) => Math.Round(cells.Kept, Decimals);

    /// <summary>The cells of a coarser table, decided on; null when it can't be made, or not be made safe.</summary>
    private GroupedCells? Decide(UnreleasedTable table, Coarsening way)
    {
        if (Regrouping.Make(table, way) is not { } coarser)
        {
            return null;
        }

        try
        {
            var reader = new ClaimReader(coarser, codebook);
            return new GroupedCells(coarser, new ReleasePlanner(rules).Decide([.. coarser.Estimates.Select(reader.Read)], before));
        }
        catch (BarometerException)
        {
            return null;
        }
    }
}
