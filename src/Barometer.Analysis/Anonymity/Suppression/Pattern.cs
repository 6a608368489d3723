namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Which items are hidden, and what a cell costs to set free.</summary>
internal sealed class Pattern
{
    private readonly IReadOnlyList<Item> _items;
    private readonly List<int>[] _itemsOfCell;
    private readonly bool[] _hidden;
    private readonly int[] _publishers;

    /// <summary>Starts with what must be hidden.</summary>
    public Pattern(int cells, IReadOnlyList<Item> items)
    {
        _items = items;
        _hidden = [.. items.Select(item => item.Role == ItemRole.MustHide)];
        _publishers = new int[cells];
        _itemsOfCell = [.. Enumerable.Range(0, cells).Select(_ => new List<int>())];
        for (var item = 0; item < items.Count; item++)
        {
            foreach (var cell in items[item].Cells)
            {
                _itemsOfCell[cell].Add(item);
                _publishers[cell] += _hidden[item] ? 0 : 1;
            }
        }
    }

    /// <summary>For each item whether it is hidden.</summary>
    public IReadOnlyList<bool> Hidden => _hidden;

    /// <summary>The number of hidden items.</summary>
    public double Cost => _items.Where((_, item) => _hidden[item]).Sum(item => item.Cost);

    /// <summary>Whether a reader sees the cell, in whatever item.</summary>
    public bool IsPublished(int cell) => _publishers[cell] > 0;

    /// <summary>Whether the cell has a place in a table at all.</summary>
    public bool IsShown(int cell) => _itemsOfCell[cell].Count > 0;

    /// <summary>
    /// What it costs to hide a cell: nothing when it is hidden, infinitely much when something that stays published tells it.
    /// </summary>
    public double CostOfHiding(int cell)
    {
        var cost = 0.0;
        foreach (var item in _itemsOfCell[cell])
        {
            cost += _hidden[item] ? 0 : _items[item].Role == ItemRole.IsPublished ? double.PositiveInfinity : _items[item].Cost;
        }

        return cost;
    }

    /// <summary>Hides cells, in whatever item they are.</summary>
    /// <returns>Whether any had to be hidden.</returns>
    public bool Hide(IReadOnlyList<int> cells)
    {
        var any = false;
        foreach (var cell in cells.Where(IsPublished))
        {
            _itemsOfCell[cell].ForEach(item => Set(item, hidden: true));
            any = true;
        }

        return any;
    }

    /// <summary>Whether a reader sees any of the cells.</summary>
    public bool Tells(ReadOnlySpan<int> cells)
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

    /// <summary>Goes back to what was hidden before.</summary>
    public void Restore(IReadOnlyList<bool> hidden)
    {
        for (var item = 0; item < _hidden.Length; item++)
        {
            Set(item, hidden[item]);
        }
    }

    /// <summary>Hides or publishes an item.</summary>
    public void Set(int item, bool hidden)
    {
        if (_hidden[item] == hidden)
        {
            return;
        }

        _hidden[item] = hidden;
        foreach (var cell in _items[item].Cells)
        {
            _publishers[cell] += hidden ? -1 : 1;
        }
    }
}
