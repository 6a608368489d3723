namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Chooses what to hide so that every demand is met, at little cost: demand by demand it hides the cheapest cells that make
/// an alternative world possible, and then publishes again what turns out not to be needed. For every demand it keeps a
/// world that proves it met.
/// </summary>
internal sealed class PatternSearch : IDisposable
{
    private readonly CellSystem _system;
    private readonly IReadOnlyList<Item> _items;
    private readonly List<Demand> _demands = [];
    private readonly List<Proof> _proofs = [];
    private readonly WorldsInUse _worlds;
    private readonly WorldFinder _finder;

    /// <summary>Starts with what must be hidden.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="items">What is published or hidden as a whole.</param>
    /// <param name="nearby">Whether to look for worlds near a secret first, which is faster in large systems.</param>
    public PatternSearch(CellSystem system, IReadOnlyList<Item> items, bool nearby)
    {
        _system = system;
        _items = items;
        Pattern = new Pattern(system.Cells.Count, items);
        _worlds = new WorldsInUse(system, Pattern);
        _finder = new WorldFinder(system, nearby);
    }

    /// <summary>What is hidden.</summary>
    public Pattern Pattern { get; }

    /// <summary>Whether there are so many unknowns that worlds are looked for near the secrets.</summary>
    public bool IsLarge => _finder.IsLarge;

    /// <summary>The number of cells.</summary>
    public int CellCount => _system.Cells.Count;

    /// <summary>By how much to overrate the cost of hiding each cell, to be led to other patterns; null to rate it as it is.</summary>
    public double[]? Taste { get; set; }

    /// <summary>Starts again from a pattern, with no demand.</summary>
    public void Restart(IReadOnlyList<bool> hidden)
    {
        Pattern.Restore(hidden);
        _demands.Clear();
        _proofs.Clear();
        _worlds.Clear();
    }

    /// <summary>Hides what must be hidden for these demands to be met too.</summary>
    /// <param name="demands">The demands.</param>
    /// <param name="onHiding">Told of each demand that needed more hidden, before it is, with the proof of that.</param>
    /// <param name="reach">How far to look for worlds.</param>
    /// <returns>Those that can't be met, whatever is hidden.</returns>
    public IReadOnlyList<Demand> Meet(IEnumerable<Demand> demands, Action<Demand, Alternative>? onHiding = null, Reach reach = Reach.Everywhere)
    {
        var unmet = new List<Demand>();
        foreach (var demand in demands)
        {
            if (Prove(demand, CostByTaste, onHiding, reach) is { } proof)
            {
                proof.Demands.Add(_demands.Count);
                _demands.Add(demand);
                _proofs.Add(proof);
            }
            else
            {
                unmet.Add(demand);
            }
        }

        return unmet;
    }

    /// <summary>The demands that what is hidden leaves unmet.</summary>
    public List<Demand> Unmet(IEnumerable<Demand> demands) => [.. demands.Where(demand => Prove(demand, CostWhenFixed) is null)];

    /// <summary>The sums that are the same in all worlds found.</summary>
    public List<LinearForm> Unmoved(IReadOnlyList<LinearForm> sums) =>
        [.. sums.Where(sum => !_worlds.Moving(sum).Any(proof => sum.IsMovedBy(proof.World)))];

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

    /// <summary>Publishes again what differs in no world that a demand rests on.</summary>
    public void PublishUnmoved()
    {
        foreach (var item in FreeHidden().Where(item => !RestingOn(_items[item].Cells).Any()).ToList())
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
            if (_finder.Cheapest(demand, cell => kept.Contains(cell) ? double.PositiveInfinity : 0) is not null)
            {
                kept.Add(guard);
            }
        }

        return [.. kept.Order()];
    }

    /// <summary>The sums that one who takes it that no hidden cell is empty may know, as far as the worlds in use tell.</summary>
    public List<LinearForm> ClosedToPositive(IReadOnlyList<LinearForm> sums) => Enumerable.Range(0, CellCount).All(cell => IsPositive(cell, 0))
        ? [.. sums.Where(sum => !_worlds.Moving(sum).Any(proof => sum.IsMovedBy(proof.World) && (IsPositive(proof.World) || IsPositive(proof.World.Opposite()))))]
        : [.. sums];

    /// <inheritdoc/>
    public void Dispose() => _finder.Dispose();

    private IEnumerable<int> FreeHidden() =>
        Enumerable.Range(0, _items.Count).Where(item => Pattern.Hidden[item] && _items[item].Role == ItemRole.Free);

    private double CostByTaste(int cell) => Pattern.CostOfHiding(cell) * (Taste?[cell] ?? 1);

    private double CostWhenFixed(int cell) => Pattern.IsPublished(cell) ? double.PositiveInfinity : 0;

    /// <summary>The worlds that demands rest on and in which one of the cells differs.</summary>
    private IEnumerable<Proof> RestingOn(int[] cells) => cells.SelectMany(_worlds.Moving).Where(proof => proof.Demands.Count > 0);

    /// <summary>Finds other worlds for the demands whose own would now show in one of the cells.</summary>
    private bool TryMend(int[] cells)
    {
        var mended = new List<(int Demand, Proof Proof)>();
        foreach (var demand in RestingOn(cells).Distinct().SelectMany(proof => proof.Demands).ToList())
        {
            if ((_worlds.Find(_demands[demand]) ?? FromTwo(demand) ?? Find(_demands[demand])) is not { } other)
            {
                return false;
            }

            mended.Add((demand, other));
        }

        foreach (var (demand, proof) in mended)
        {
            _proofs[demand].Demands.Remove(demand);
            proof.Demands.Add(demand);
            _proofs[demand] = proof;
        }

        return true;

        Proof? FromTwo(int demand) => _worlds.Combine(_demands[demand], _proofs[demand], cells);
        Proof? Find(Demand demand) => _finder.Find(demand, CostWhenFixed, Reach.AtHand) is { } found ? Use(found.World) : null;
    }

    /// <summary>A world that meets the demand, one in use if possible; hides what would show it.</summary>
    private Proof? Prove(Demand demand, Func<int, double> costOf, Action<Demand, Alternative>? onHiding = null, Reach reach = Reach.Everywhere)
    {
        if (_worlds.Find(demand) is { } proof)
        {
            return proof;
        }

        if (_finder.Find(demand, costOf, reach) is not { } found)
        {
            return null;
        }

        if (found.Guards.Count > 0)
        {
            onHiding?.Invoke(demand, found);
        }

        return Use(found.World);
    }

    /// <summary>Takes a world and its opposite into use, and hides what would show it.</summary>
    private Proof Use(World world)
    {
        var cells = _system.MovedBy(world);
        Pattern.Hide(cells);
        var proof = _worlds.Add(world, cells);
        if (world.Opposite() is var opposite && _system.Allows(opposite))
        {
            _worlds.Add(opposite, cells);
        }

        return proof;
    }

    private bool IsPositive(World world) => _system.Allows(world)
        && Array.TrueForAll(_system.MovedBy(world), cell => IsPositive(cell, _system.Cells[cell].Change(world)));

    /// <summary>Whether a cell is at least one in a world, if it is one that a reader sees to be hidden.</summary>
    private bool IsPositive(int cell, double change) =>
        Pattern.IsPublished(cell) || !Pattern.IsShown(cell) || _system.Value(cell) + change >= 1 - LinearForm.Nothing;
}
