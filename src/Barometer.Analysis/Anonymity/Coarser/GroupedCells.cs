namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>The cells of a table's groups, and which of them can be shown.</summary>
internal sealed class GroupedCells
{
    private readonly List<(string Code, int Respondents, int Shown, int Cells)> _groups;

    /// <summary>Groups the cells; those of everybody are left out, unless the table has no groups.</summary>
    /// <param name="table">The table.</param>
    /// <param name="status">The status of each estimate.</param>
    public GroupedCells(UnreleasedTable table, IReadOnlyList<CellStatus> status) =>
        _groups = [.. table.Estimates.Zip(status)
            .Where(one => one.First.Groups.Count > 0 || table.By.Count == 0)
            .GroupBy(one => string.Join('|', one.First.Groups.Select(group => group.Code)))
            .Select(same => (same.Key, same.Max(one => one.First.Members?.BaseRows.Length ?? 0), same.Count(one => one.Second != CellStatus.Suppressed), same.Count()))];

    /// <summary>The number of cells.</summary>
    public int Count => _groups.Sum(group => group.Cells);

    /// <summary>The number of cells that can be shown.</summary>
    public int Shown => _groups.Sum(group => group.Shown);

    /// <summary>The codes of the groups of which something is hidden.</summary>
    public IReadOnlySet<string> Hidden => _groups.Where(group => group.Shown < group.Cells).Select(group => group.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// How much the table tells of differences between groups: the entropy −Σ p ln p of their shares p of the answers, each group
    /// counted for the part of its cells that is shown.
    /// </summary>
    public double Kept
    {
        get
        {
            var all = _groups.Sum(group => (double)group.Respondents);
            return -_groups.Where(group => group.Respondents > 0).Sum(group => group.Shown / (double)group.Cells * (group.Respondents / all) * Math.Log(group.Respondents / all));
        }
    }

    /// <summary>Whether at least this share of the cells can be shown.</summary>
    public bool Shows(double share) => Count > 0 && Shown >= share * Count;
}
