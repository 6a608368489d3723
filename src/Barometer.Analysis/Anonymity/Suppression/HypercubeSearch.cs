using System.Numerics;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>The search for the cheapest hypercube for one demand: axis by axis, given up where the corners alone cost too much.</summary>
/// <param name="demand">The demand.</param>
/// <param name="costOf">What it costs to let a cell change.</param>
/// <param name="bothWays">Whether the corners must be able to differ in the other direction too.</param>
/// <param name="ranks">How many distances to go along an axis: 1 for the nearest places only.</param>
/// <param name="of">The cells, the places of the unknowns, which are near, and what changes cost.</param>
internal sealed class HypercubeSearch(
    Demand demand, Func<int, double> costOf, bool bothWays, int ranks, (CellSystem System, Crossing Crossing, Neighbours Neighbours, PriceList Prices) of)
{
    private const int MostStarts = 8;
    private readonly List<int> _corners = [];
    private double _change;
    private double _best = double.PositiveInfinity;
    private World? _found;

    /// <summary>The cheapest hypercube; null when there is none.</summary>
    public World? Run()
    {
        Start(demand.Change);
        if (demand.EitherWay)
        {
            Start(-demand.Change);
        }

        return _found;
    }

    /// <summary>Corners rise and fall in turn: by the number of axes on which they lie on the other side.</summary>
    private static int Sign(int corner) => int.IsOddInteger(BitOperations.PopCount((uint)corner)) ? -1 : 1;

    private void Start(double change)
    {
        _change = change;
        var starts = 0;
        for (var i = 0; i < demand.Form.Length && starts < MostStarts; i++)
        {
            var unknown = demand.Form.Unknowns[i];
            if (demand.Form.Coefficients[i] == 1 && MayBeCorner(unknown, 0))
            {
                starts++;
                _corners.Clear();
                _corners.Add(unknown);
                Extend(0, of.Prices.Own(unknown, costOf));
            }
        }
    }

    /// <summary>Doubles the corners along an axis, to each of the nearest places outside the secret; an axis without such places is left out.</summary>
    private void Extend(int axis, double cost)
    {
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

    /// <summary>The nearest places on an axis at which the secret isn't.</summary>
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

            if (of.Crossing.Shift(start, axis, place) is var unknown and >= 0 && demand.Form.Unknowns.BinarySearch(unknown) < 0)
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

            cost += of.Prices.Own(corner, costOf);
            _corners.Add(corner);
        }

        return cost;
    }

    private bool MayBeCorner(int unknown, int corner)
    {
        var move = Sign(corner) * _change;
        return demand.Allows(unknown, move, of.System.Truth)
            && (!bothWays || (demand.Allows(unknown, -move, of.System.Truth) && of.System.Truth[unknown] - Math.Abs(move) >= of.System.Floors[unknown]));
    }

    private void Judge()
    {
        var cost = of.Prices.Of(_corners, Sign, costOf, _best);
        if (cost < _best)
        {
            _best = cost;
            _found = World.Of(_corners.Select((unknown, corner) => (unknown, Sign(corner) * _change)));
        }
    }
}
