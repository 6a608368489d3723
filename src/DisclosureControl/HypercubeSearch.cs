using System.Numerics;

namespace DisclosureControl;

/// <summary>
/// Finds alternative tables where categories are crossed, without a linear program: two places on each axis make a
/// hypercube, at whose corners inner cells rise and fall in turn, so that every sum over one of the axes stays as it is.
/// Tables of many thousand cells are protected this way in milliseconds.
/// </summary>
/// <remarks>
/// The hypercube method of Repsilber (1994) and Giessing (2001), in GHMITER of τ-ARGUS. What is found is held against the
/// cells themselves: a sum that differs after all is paid for and suppressed. A corner must not become negative, in either
/// direction if possible, so that one hypercube keeps a sensitive cell from being bounded from above and from below.
/// </remarks>
/// <param name="tables">The cells.</param>
/// <param name="crossing">The places of the inner cells.</param>
internal sealed class HypercubeMethod(LinkedTables tables, Crossing crossing)
{
    private static readonly (bool BothWays, int Ranks)[] Passes = [(true, 1), (true, int.MaxValue), (false, 1), (false, int.MaxValue)];
    private readonly Neighbours _neighbours = new(tables, crossing);
    private readonly CornerCosts _costs = new(tables);

    /// <summary>The cheapest hypercube that meets the requirement, among the nearest; null when there is none.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="costOf">What it costs to let a cell change: 0 when it is suppressed, infinite when it must not.</param>
    /// <param name="nearest">Whether to look at the nearest places only.</param>
    public AlternativeTable? Find(ProtectionRequirement requirement, Func<int, double> costOf, bool nearest = false) => Passes
        .Where(pass => !nearest || pass.Ranks == 1)
        .Select(pass => new HypercubeSearch(requirement, costOf, pass.BothWays, pass.Ranks, (tables, crossing, _neighbours, _costs)).Run())
        .FirstOrDefault(table => table is not null);
}

/// <summary>The search for the cheapest hypercube for one requirement: axis by axis, given up where the corners alone cost too much.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="costOf">What it costs to let a cell change.</param>
/// <param name="bothWays">Whether the corners must be able to differ in the other direction too.</param>
/// <param name="ranks">How many distances to go along an axis: 1 for the nearest places only.</param>
/// <param name="of">The cells, the places of the inner cells, which are near, and what changes cost.</param>
internal sealed class HypercubeSearch(
    ProtectionRequirement requirement, Func<int, double> costOf, bool bothWays, int ranks, (LinkedTables Tables, Crossing Crossing, Neighbours Neighbours, CornerCosts Costs) of)
{
    // A total has hundreds of inner cells to start from; the first ones that can move are as good as the others.
    private const int MostStarts = 8;
    private readonly List<int> _corners = [];
    private double _change;
    private double _best = double.PositiveInfinity;
    private AlternativeTable? _found;

    /// <summary>The cheapest hypercube; null when there is none.</summary>
    public AlternativeTable? Run()
    {
        Start(requirement.Change);
        if (requirement.EitherWay)
        {
            Start(-requirement.Change);
        }

        return _found;
    }

    /// <summary>Corners rise and fall in turn: by the number of axes on which they lie on the other side.</summary>
    private static int Sign(int corner) => int.IsOddInteger(BitOperations.PopCount((uint)corner)) ? -1 : 1;

    private void Start(double change)
    {
        _change = change;
        var starts = 0;
        for (var i = 0; i < requirement.Sum.Length && starts < MostStarts; i++)
        {
            var inner = requirement.Sum.InnerCells[i];
            if (requirement.Sum.Coefficients[i] == 1 && MayBeCorner(inner, 0))
            {
                starts++;
                _corners.Clear();
                _corners.Add(inner);
                Extend(0, of.Costs.Own(inner, costOf));
            }
        }
    }

    /// <summary>Doubles the corners along an axis, to each of the nearest places outside the sensitive sum; an axis without such places is left out.</summary>
    private void Extend(int axis, double cost)
    {
        // Branch and bound: costs only grow with the number of corners.
        if (cost >= _best)
        {
            return;
        }

        if (axis == of.Crossing.Sizes.Count)
        {
            Judge();
            return;
        }

        var found = false;
        foreach (var place in Outside(axis))
        {
            found = true;
            var count = _corners.Count;
            Extend(axis + 1, cost + Double(axis, place));
            _corners.RemoveRange(count, _corners.Count - count);
        }

        if (!found)
        {
            Extend(axis + 1, cost);
        }
    }

    /// <summary>The nearest places on an axis at which the sensitive sum isn't.</summary>
    private IEnumerable<int> Outside(int axis)
    {
        var start = _corners[0];
        var (rank, farthest) = (0, -1);
        foreach (var (place, distance) in of.Neighbours.Of(axis, of.Crossing.Place(start, axis)))
        {
            if (distance > farthest && rank == ranks)
            {
                yield break;
            }

            if (of.Crossing.Shift(start, axis, place) is var inner and >= 0 && requirement.Sum.InnerCells.BinarySearch(inner) < 0)
            {
                rank += distance > farthest ? 1 : 0;
                farthest = distance;
                yield return place;
            }
        }
    }

    /// <summary>Adds the corners on the other side of an axis.</summary>
    /// <returns>What they cost, infinitely much when one can't be.</returns>
    private double Double(int axis, int place)
    {
        var count = _corners.Count;
        var cost = 0.0;
        for (var i = 0; i < count; i++)
        {
            var corner = of.Crossing.Shift(_corners[i], axis, place);
            if (corner < 0 || !MayBeCorner(corner, count + i))
            {
                return double.PositiveInfinity;
            }

            cost += of.Costs.Own(corner, costOf);
            _corners.Add(corner);
        }

        return cost;
    }

    private bool MayBeCorner(int inner, int corner)
    {
        var change = Sign(corner) * _change;
        return requirement.Allows(inner, change, of.Tables.Inner)
            && (!bothWays || (requirement.Allows(inner, -change, of.Tables.Inner) && of.Tables.Inner[inner] - Math.Abs(change) >= of.Tables.Lower[inner]));
    }

    private void Judge()
    {
        var cost = of.Costs.Of(_corners, Sign, costOf, _best);
        if (cost < _best)
        {
            _best = cost;
            _found = AlternativeTable.Of(_corners.Select((inner, corner) => (inner, Sign(corner) * _change)));
        }
    }
}

/// <summary>What it costs that some inner cells rise or fall by the same amount: the cells that differ then, all together.</summary>
internal sealed class CornerCosts
{
    private readonly LinkedTables _tables;
    private readonly int[] _own;
    private readonly int[] _net;
    private readonly List<int> _touched = [];

    public CornerCosts(LinkedTables tables)
    {
        _tables = tables;
        _net = new int[Math.Max(tables.Cells.Count, tables.Known.Count)];
        _own = new int[tables.Inner.Length];
        Array.Fill(_own, -1);
        foreach (var (cell, sum) in tables.Cells.Index().Where(cell => cell.Item.Length == 1))
        {
            _own[sum.InnerCells[0]] = cell;
        }
    }

    /// <summary>The cost of the cell that is the inner cell itself; 0 when there is none.</summary>
    public double Own(int inner, Func<int, double> costOf) => _own[inner] < 0 ? 0 : costOf(_own[inner]);

    /// <summary>The cost of all cells that differ; infinite when a sum would differ that everybody knows.</summary>
    /// <param name="innerCells">The inner cells.</param>
    /// <param name="sign">Whether each rises (1) or falls (-1), by its place in the list.</param>
    /// <param name="costOf">What it costs to let a cell change.</param>
    /// <param name="limit">Where to stop counting.</param>
    public double Of(IReadOnlyList<int> innerCells, Func<int, int> sign, Func<int, double> costOf, double limit)
    {
        var cost = Sum(_tables.CellsOf, innerCells, sign, costOf, limit);
        return cost < limit && _tables.Known.Count > 0 ? cost + Sum(_tables.KnownOf, innerCells, sign, _ => double.PositiveInfinity, limit) : cost;
    }

    private double Sum(Memberships sumsOf, IReadOnlyList<int> innerCells, Func<int, int> sign, Func<int, double> costOf, double limit)
    {
        for (var i = 0; i < innerCells.Count; i++)
        {
            var sums = sumsOf.Sums(innerCells[i]);
            var coefficients = sumsOf.Coefficients(innerCells[i]);
            for (var j = 0; j < sums.Length; j++)
            {
                _touched.Add(sums[j]);
                _net[sums[j]] += sign(i) * coefficients[j];
            }
        }

        var cost = 0.0;
        foreach (var sum in _touched)
        {
            cost += _net[sum] != 0 && cost < limit ? costOf(sum) : 0;

            // Zero again for the next call, and a sum that was touched twice isn't paid for twice.
            _net[sum] = 0;
        }

        _touched.Clear();
        return cost;
    }
}
