namespace DisclosureControl;

/// <summary>Another table that may be the true one: by how much some of the inner cells differ from what they are.</summary>
/// <param name="innerCells">The numbers of the inner cells that differ, ascending.</param>
/// <param name="changes">By how much each differs, never zero.</param>
internal sealed class AlternativeTable(int[] innerCells, double[] changes)
{
    private const double Nothing = 1e-9;

    /// <summary>The numbers of the inner cells that differ, ascending.</summary>
    public ReadOnlySpan<int> InnerCells => innerCells;

    /// <summary>By how much each differs.</summary>
    public ReadOnlySpan<double> Changes => changes;

    /// <summary>The number of inner cells that differ.</summary>
    public int Length => innerCells.Length;

    /// <summary>The table in which each of some inner cells differs by so much.</summary>
    public static AlternativeTable Of(IEnumerable<(int InnerCell, double Change)> changes)
    {
        var differing = changes.GroupBy(one => one.InnerCell, one => one.Change)
            .Select(same => (InnerCell: same.Key, Change: same.Sum()))
            .Where(one => Math.Abs(one.Change) > Nothing)
            .OrderBy(one => one.InnerCell)
            .ToList();
        return new AlternativeTable([.. differing.Select(one => one.InnerCell)], [.. differing.Select(one => one.Change)]);
    }

    /// <summary>The table in which everything differs the other way.</summary>
    public AlternativeTable Opposite() => new(innerCells, Array.ConvertAll(changes, change => -change));

    /// <summary>The changes of this table and those of another, some times over, together.</summary>
    public AlternativeTable Plus(AlternativeTable other, double times) => Of(Terms().Concat(other.Terms().Select(term => (term.InnerCell, term.Change * times))));

    /// <summary>The changes.</summary>
    public IEnumerable<(int InnerCell, double Change)> Terms() => innerCells.Zip(changes);

    /// <summary>By how much an inner cell differs.</summary>
    public double ChangeOf(int inner) => Array.BinarySearch(innerCells, inner) is var at and >= 0 ? changes[at] : 0;
}

/// <summary>An alternative table that shows requirements met.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">The cells that differ in it, all of which must be suppressed.</param>
internal sealed record Witness(AlternativeTable Table, int[] Cells)
{
    /// <summary>The numbers of the requirements that rest on it.</summary>
    public HashSet<int> Requirements { get; } = [];
}

/// <summary>The alternative tables that have been found, by the cells that differ in them.</summary>
/// <param name="tables">The cells.</param>
/// <param name="pattern">What is suppressed: an alternative in which something published differs is no longer one.</param>
internal sealed class Witnesses(LinkedTables tables, SuppressionPattern pattern)
{
    private const int Tries = 20;
    private readonly Dictionary<CellSum, int> _cellOf = tables.Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
    private readonly List<Witness> _all = [];
    private readonly Dictionary<int, List<Witness>> _byCell = [];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _all.Clear();
        _byCell.Clear();
    }

    /// <summary>Takes an alternative table in.</summary>
    public Witness Add(AlternativeTable table, int[] cells)
    {
        var witness = new Witness(table, cells);
        _all.Add(witness);
        foreach (var cell in cells)
        {
            (_byCell.TryGetValue(cell, out var list) ? list : _byCell[cell] = []).Add(witness);
        }

        return witness;
    }

    /// <summary>Those in which a cell differs.</summary>
    public IReadOnlyList<Witness> Changing(int cell) => _byCell.TryGetValue(cell, out var list) ? list : [];

    /// <summary>Those in which a sum may differ, and nothing that is published does, the latest first.</summary>
    public IEnumerable<Witness> Changing(CellSum sum)
    {
        var candidates = _cellOf.TryGetValue(sum, out var cell) ? Changing(cell) : _all;
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            if (!pattern.PublishesAny(candidates[i].Cells))
            {
                yield return candidates[i];
            }
        }
    }

    /// <summary>One that meets a requirement; null when there is none among them.</summary>
    public Witness? Find(ProtectionRequirement requirement) => Changing(requirement.Sum).FirstOrDefault(witness => requirement.IsMetBy(witness.Table, tables.Inner));

    /// <summary>
    /// One that meets a requirement, made of the one that did before some cells were published and another in which these
    /// differ too, so often over that the differences cancel; null when none comes of it.
    /// </summary>
    public Witness? Combine(ProtectionRequirement requirement, Witness broken, int[] published)
    {
        foreach (var cell in published.Where(cell => tables.Cells[cell].DiffersIn(broken.Table)))
        {
            foreach (var other in Changing(cell).Take(Tries).Where(other => other != broken))
            {
                var table = broken.Table.Plus(other.Table, -tables.Cells[cell].Change(broken.Table) / tables.Cells[cell].Change(other.Table));
                if (requirement.IsMetBy(table, tables.Inner) && tables.Allows(table) && tables.CellsThatDiffer(table) is var differing && !pattern.PublishesAny(differing))
                {
                    return Add(table, differing);
                }
            }
        }

        return null;
    }
}
