namespace DisclosureControl;

/// <summary>Whether a unit is published, and if not, why.</summary>
public enum SuppressionStatus
{
    /// <summary>It is published.</summary>
    Published = 0,

    /// <summary>It is suppressed for its own sake (primary suppression).</summary>
    Primary,

    /// <summary>It is suppressed so that another can't be worked out (secondary suppression).</summary>
    Secondary,
}

/// <summary>A suppression pattern: which units are suppressed, and so which cells can be read.</summary>
public sealed class SuppressionPattern
{
    private readonly IReadOnlyList<SuppressionUnit> _units;
    private readonly List<int>[] _unitsOfCell;
    private readonly bool[] _suppressed;
    private readonly int[] _publishers;

    /// <summary>Starts with what must be suppressed.</summary>
    internal SuppressionPattern(int cells, IReadOnlyList<SuppressionUnit> units)
    {
        _units = units;
        _suppressed = [.. units.Select(unit => unit.Role == SuppressionRole.Primary)];
        _publishers = new int[cells];
        _unitsOfCell = [.. Enumerable.Range(0, cells).Select(_ => new List<int>())];
        for (var unit = 0; unit < units.Count; unit++)
        {
            foreach (var cell in units[unit].Cells)
            {
                _unitsOfCell[cell].Add(unit);
                _publishers[cell] += _suppressed[unit] ? 0 : 1;
            }
        }
    }

    /// <summary>For each unit whether it is suppressed.</summary>
    public IReadOnlyList<bool> Suppressed => _suppressed;

    /// <summary>What the suppressed units cost together.</summary>
    public double Cost => _units.Where((_, unit) => _suppressed[unit]).Sum(unit => unit.Cost);

    /// <summary>The requirements that no pattern can meet, because of what is published already; none when the pattern is safe.</summary>
    public IReadOnlyList<ProtectionRequirement> Unmet { get; internal set; } = [];

    /// <summary>Whether no pattern that meets the requirements costs less; false when that isn't proven.</summary>
    public bool IsOptimal { get; internal set; }

    /// <summary>Whether the search was stopped before it had found a pattern; all that may be suppressed is suppressed then.</summary>
    public bool IsStopped { get; internal set; }

    /// <summary>Whether a unit is published, and if not, why.</summary>
    public SuppressionStatus StatusOf(int unit) => !_suppressed[unit] ? SuppressionStatus.Published
        : _units[unit].Role == SuppressionRole.Primary ? SuppressionStatus.Primary : SuppressionStatus.Secondary;

    /// <summary>Whether a cell can be read, in whatever unit.</summary>
    public bool IsPublished(int cell) => _publishers[cell] > 0;

    /// <summary>Whether the cell has a place in a unit at all, where it can be seen to be suppressed.</summary>
    internal bool IsShown(int cell) => _unitsOfCell[cell].Count > 0;

    /// <summary>
    /// What it costs to suppress a cell: nothing when it is, infinitely much when it can be read from a unit that stays published.
    /// </summary>
    internal double CostOf(int cell)
    {
        var cost = 0.0;
        foreach (var unit in _unitsOfCell[cell])
        {
            cost += _suppressed[unit] ? 0 : _units[unit].Role == SuppressionRole.Forced ? double.PositiveInfinity : _units[unit].Cost;
        }

        return cost;
    }

    /// <summary>Suppresses cells, in whatever unit they are.</summary>
    /// <returns>Whether any had to be.</returns>
    internal bool Suppress(IReadOnlyList<int> cells)
    {
        var any = false;
        foreach (var cell in cells.Where(IsPublished))
        {
            _unitsOfCell[cell].ForEach(unit => Set(unit, suppressed: true));
            any = true;
        }

        return any;
    }

    /// <summary>Whether any of the cells can be read.</summary>
    internal bool PublishesAny(ReadOnlySpan<int> cells)
    {
        foreach (var cell in cells)
        {
            if (IsPublished(cell))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes back to what was suppressed before.</summary>
    internal void Restore(IReadOnlyList<bool> suppressed)
    {
        for (var unit = 0; unit < _suppressed.Length; unit++)
        {
            Set(unit, suppressed[unit]);
        }
    }

    /// <summary>Suppresses or publishes a unit.</summary>
    internal void Set(int unit, bool suppressed)
    {
        if (_suppressed[unit] == suppressed)
        {
            return;
        }

        _suppressed[unit] = suppressed;
        foreach (var cell in _units[unit].Cells)
        {
            _publishers[cell] += suppressed ? -1 : 1;
        }
    }
}
