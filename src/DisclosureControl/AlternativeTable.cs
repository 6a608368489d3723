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
        // A stable order: changes of the same inner cell are added in the order in which they were given.
        var given = changes.OrderBy(one => one.InnerCell).ToList();
        var table = new Builder(given.Count);
        for (var i = 0; i < given.Count;)
        {
            var (inner, change) = given[i++];
            while (i < given.Count && given[i].InnerCell == inner)
            {
                change += given[i++].Change;
            }

            table.Add(inner, change);
        }

        return table.Build();
    }

    /// <summary>The table in which the inner cells differ by so much, each in its place.</summary>
    public static AlternativeTable Of(ReadOnlySpan<double> changes)
    {
        var table = new Builder(changes.Length);
        for (var inner = 0; inner < changes.Length; inner++)
        {
            table.Add(inner, changes[inner]);
        }

        return table.Build();
    }

    /// <summary>The table in which everything differs the other way.</summary>
    public AlternativeTable Opposite() => new(innerCells, Array.ConvertAll(changes, change => -change));

    /// <summary>The changes of this table and those of another, some times over, together.</summary>
    public AlternativeTable Plus(AlternativeTable other, double times)
    {
        var mine = InnerCells;
        var others = other.InnerCells;
        var table = new Builder(mine.Length + others.Length);
        var (i, j) = (0, 0);
        while (i < mine.Length || j < others.Length)
        {
            var inner = Math.Min(i < mine.Length ? mine[i] : int.MaxValue, j < others.Length ? others[j] : int.MaxValue);
            var change = i < mine.Length && mine[i] == inner ? changes[i++] : 0;
            table.Add(inner, j < others.Length && others[j] == inner ? change + (other.Changes[j++] * times) : change);
        }

        return table.Build();
    }

    /// <summary>The changes.</summary>
    public IEnumerable<(int InnerCell, double Change)> Terms() => innerCells.Zip(changes);

    /// <summary>By how much an inner cell differs.</summary>
    public double ChangeOf(int inner) => Array.BinarySearch(innerCells, inner) is var at and >= 0 ? changes[at] : 0;

    /// <summary>Takes the changes that are more than rounding errors, in the order of the inner cells.</summary>
    private ref struct Builder(int most)
    {
        private readonly int[] _innerCells = new int[most];
        private readonly double[] _changes = new double[most];
        private int _count;

        public void Add(int inner, double change)
        {
            if (Math.Abs(change) > Nothing)
            {
                (_innerCells[_count], _changes[_count]) = (inner, change);
                _count++;
            }
        }

        public readonly AlternativeTable Build() => new(_innerCells[.._count], _changes[.._count]);
    }
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
    // More than these are seldom needed, and a cell can differ in thousands.
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
        // The latest ones first: what is suppressed by now was suppressed for them, so they more often still hold.
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
