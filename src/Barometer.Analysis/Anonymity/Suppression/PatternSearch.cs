using Barometer.Analysis.Anonymity.Linear;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Chooses what to hide so that every demand is met, at little cost: demand by demand it hides the cheapest cells that make
/// an alternative world possible, and then publishes again what turns out not to be needed. For every demand it keeps a
/// world that proves it met.
/// </summary>
internal sealed class PatternSearch : IDisposable
{
    private const int FewUnknowns = 200;
    private readonly CellSystem _system;
    private readonly IReadOnlyList<Item> _items;
    private readonly List<Demand> _demands = [];
    private readonly List<double[]> _worlds = [];
    private readonly Lazy<AlternativeFinder> _finder;
    private readonly LocalFinder? _local;

    /// <summary>Starts with what must be hidden.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="items">What is published or hidden as a whole.</param>
    /// <param name="nearby">Whether to look for worlds near a secret first, which is faster in large systems.</param>
    public PatternSearch(CellSystem system, IReadOnlyList<Item> items, bool nearby)
    {
        _system = system;
        _items = items;
        _finder = new Lazy<AlternativeFinder>(() => new AlternativeFinder(system));
        _local = nearby && system.Truth.Length > FewUnknowns ? new LocalFinder(system) : null;
        Pattern = new Pattern(system.Cells.Count, items);
    }

    /// <summary>What is hidden.</summary>
    public Pattern Pattern { get; }

    /// <summary>The number of cells.</summary>
    public int CellCount => _system.Cells.Count;

    /// <summary>By how much to overrate the cost of hiding each cell, to be led to other patterns; null to rate it as it is.</summary>
    public double[]? Taste { get; set; }

    /// <summary>Starts again from a pattern, with no demand.</summary>
    public void Restart(IReadOnlyList<bool> hidden)
    {
        Pattern.Restore(hidden);
        _demands.Clear();
        _worlds.Clear();
    }

    /// <summary>Hides what must be hidden for these demands to be met too.</summary>
    /// <param name="demands">The demands.</param>
    /// <param name="onHiding">Told of each demand that needed more hidden, before it is, with the proof of that.</param>
    /// <returns>Those that can't be met, whatever is hidden.</returns>
    public IReadOnlyList<Demand> Meet(IEnumerable<Demand> demands, Action<Demand, Alternative>? onHiding = null)
    {
        var unmet = new List<Demand>();
        var worlds = Distinct();
        foreach (var demand in demands)
        {
            if (Find(demand, worlds, CostByTaste, onHiding) is { } world)
            {
                _demands.Add(demand);
                _worlds.Add(world);
            }
            else
            {
                unmet.Add(demand);
            }
        }

        return unmet;
    }

    /// <summary>The demands that what is hidden leaves unmet.</summary>
    public List<Demand> Unmet(IEnumerable<Demand> demands)
    {
        var worlds = Distinct();
        return [.. demands.Where(demand => Find(demand, worlds, CostWhenFixed) is null)];
    }

    /// <summary>The sums that are the same in all worlds in use.</summary>
    public List<LinearForm> Unmoved(IReadOnlyList<LinearForm> sums)
    {
        var worlds = Distinct();
        return [.. sums.Where(sum => !worlds.Exists(sum.IsMovedBy))];
    }

    /// <summary>Publishes again, the costliest first, what no demand needs hidden.</summary>
    public void Prune()
    {
        PublishUnmoved();
        foreach (var item in FreeHidden().OrderByDescending(item => _items[item].Cost).ToList())
        {
            Pattern.Set(item, hidden: false);
            if (!TryMend(_items[item].Cells))
            {
                Pattern.Set(item, hidden: true);
            }
        }
    }

    /// <summary>Publishes again what differs in no world in use.</summary>
    public void PublishUnmoved()
    {
        var worlds = Distinct();
        foreach (var item in FreeHidden().Where(item => !worlds.Exists(world => Moves(world, _items[item].Cells))).ToList())
        {
            Pattern.Set(item, hidden: false);
        }
    }

    /// <summary>
    /// As few as possible of the cells of which one must be hidden for a demand to be met, so that it is still true that one
    /// of them must be.
    /// </summary>
    public IReadOnlyList<int> Fewest(Demand demand, IReadOnlyList<int> guards)
    {
        var kept = guards.ToHashSet();
        foreach (var guard in guards)
        {
            kept.Remove(guard);
            if (_finder.Value.Find(demand, cell => kept.Contains(cell) ? double.PositiveInfinity : 0) is not null)
            {
                kept.Add(guard);
            }
        }

        return [.. kept.Order()];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_finder.IsValueCreated)
        {
            _finder.Value.Dispose();
        }
    }

    private IEnumerable<int> FreeHidden() =>
        Enumerable.Range(0, _items.Count).Where(item => Pattern.Hidden[item] && _items[item].Role == ItemRole.Free);

    private double CostByTaste(int cell) => Pattern.CostOfHiding(cell) * (Taste?[cell] ?? 1);

    private double CostWhenFixed(int cell) => Pattern.IsPublished(cell) ? double.PositiveInfinity : 0;

    private List<double[]> Distinct() => [.. _worlds.Distinct<double[]>(ReferenceEqualityComparer.Instance)];

    /// <summary>Finds other worlds for the demands whose own would now show in one of the cells.</summary>
    private bool TryMend(int[] cells)
    {
        var shown = Distinct().ToLookup(world => Moves(world, cells));
        var broken = shown[true].ToHashSet<double[]>(ReferenceEqualityComparer.Instance);
        var usable = shown[false].ToList();
        var mended = new List<(int Demand, double[] World)>();
        for (var i = 0; i < _demands.Count; i++)
        {
            if (!broken.Contains(_worlds[i]))
            {
                continue;
            }

            if (Find(_demands[i], usable, CostWhenFixed, onlyNearby: _local is not null) is not { } other)
            {
                return false;
            }

            mended.Add((i, other));
        }

        mended.ForEach(pair => _worlds[pair.Demand] = pair.World);
        return true;
    }

    /// <summary>A world that meets the demand, one in use if possible; hides what would show it.</summary>
    private double[]? Find(Demand demand, List<double[]> worlds, Func<int, double> costOf, Action<Demand, Alternative>? onHiding = null, bool onlyNearby = false)
    {
        for (var i = worlds.Count - 1; i >= 0; i--)
        {
            if (demand.IsMetBy(worlds[i], _system.Truth))
            {
                return worlds[i];
            }
        }

        if (_local?.Find(demand, costOf) is { } nearby)
        {
            return Use(nearby, worlds);
        }

        if (onlyNearby || _finder.Value.Find(demand, costOf) is not { } found)
        {
            return null;
        }

        if (found.Guards.Count > 0)
        {
            onHiding?.Invoke(demand, found);
        }

        return Use(found.Moves, worlds);
    }

    /// <summary>Takes a world and its opposite into use, and hides what would show it.</summary>
    private double[] Use(double[] moves, List<double[]> worlds)
    {
        worlds.Add(moves);
        var opposite = Array.ConvertAll(moves, move => -move);
        if (_system.Allows(opposite))
        {
            worlds.Add(opposite);
        }

        Pattern.HideWhatShows(_system, moves);
        return moves;
    }

    /// <summary>The sums that one who takes it that no hidden cell is empty may know, as far as the worlds in use tell.</summary>
    public List<LinearForm> ClosedToPositive(IReadOnlyList<LinearForm> sums)
    {
        var hidden = Enumerable.Range(0, CellCount).Where(cell => !Pattern.IsPublished(cell) && Pattern.IsShown(cell)).ToList();
        bool IsPositive(double[] world) => hidden.TrueForAll(cell => _system.Value(cell) + _system.Cells[cell].Value(world) >= 1);
        if (!IsPositive(new double[_system.Truth.Length]))
        {
            return [.. sums];
        }

        var worlds = Distinct();
        worlds.AddRange(worlds.ConvertAll(world => Array.ConvertAll(world, move => -move)));
        var positive = worlds.FindAll(world => _system.Allows(world) && IsPositive(world));
        return [.. sums.Where(sum => !positive.Exists(sum.IsMovedBy))];
    }

    private bool Moves(double[] world, int[] cells) => Array.Exists(cells, cell => _system.Cells[cell].IsMovedBy(world));
}
