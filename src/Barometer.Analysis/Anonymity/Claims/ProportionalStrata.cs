namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Strata that every number counts in one proportion: what is added to one can be taken from the others, in fractions of respondents, and no
/// number changes. Where all numbers weight alike these are the strata of one crossing of the groups, and nearly all that must be possible is
/// possible so: a linear program would find the same, in a thousand times the time.
/// </summary>
internal sealed class ProportionalStrata
{
    private readonly int[] _truth;
    private readonly int[] _sizes;
    private readonly int[] _kind;
    private readonly double[] _scale;
    private readonly List<int[]> _lightestFirst;
    private readonly List<int[]> _heaviestFirst;
    private readonly double[] _fewer;
    private readonly double[] _more;
    private readonly IReadOnlyList<(double[] Coefficients, double Low, double High)> _floors;

    /// <summary>Groups the strata by what the numbers count of them.</summary>
    /// <param name="numbers">For each number what it grows by with a giver of each stratum.</param>
    /// <param name="floors">The same of numbers of givers that are known between wide limits, with how far they may change.</param>
    /// <param name="truth">How many of each stratum gave the answer.</param>
    /// <param name="sizes">The respondents of each stratum.</param>
    public ProportionalStrata(IReadOnlyList<double[]> numbers, IReadOnlyList<(double[] Coefficients, double Low, double High)> floors, int[] truth, int[] sizes)
    {
        (_truth, _sizes, _floors, _kind) = (truth, sizes, floors, new int[sizes.Length]);
        _scale = [.. Enumerable.Range(0, sizes.Length).Select(stratum => numbers.Select(of => Math.Abs(of[stratum])).DefaultIfEmpty().Max())];
        foreach (var of in numbers.Select(of => of.Select((coefficient, stratum) => _scale[stratum] == 0 ? 0 : coefficient / _scale[stratum])).Concat(floors.Select(floor => floor.Coefficients)))
        {
            var split = new Dictionary<(int Old, float Part), int>();
            foreach (var (stratum, part) in of.Index())
            {
                // To single precision: a weight that was computed in another order is the same weight.
                split.TryAdd((_kind[stratum], (float)part), split.Count);
                _kind[stratum] = split[(_kind[stratum], (float)part)];
            }
        }

        var kinds = Enumerable.Range(0, sizes.Length).GroupBy(stratum => _kind[stratum]).OrderBy(same => same.Key).ToList();
        _lightestFirst = kinds.ConvertAll(same => same.OrderBy(stratum => _scale[stratum]).ToArray());
        _heaviestFirst = _lightestFirst.ConvertAll(same => Enumerable.Reverse(same).ToArray());
        (_fewer, _more) = ([.. kinds.Select(same => same.Sum(stratum => _scale[stratum] * Room(stratum, false)))], [.. kinds.Select(same => same.Sum(stratum => _scale[stratum] * Room(stratum, true)))]);
    }

    /// <summary>Whether a need is met by as much fewer, or more, of the strata in proportion to its own.</summary>
    public bool Meet(Need need)
    {
        var left = (double)Math.Abs(need.Bound - need.Strata.Sum(stratum => _truth[stratum]));
        var changed = _floors.Count == 0 ? [] : new double[_floors.Count];
        foreach (var (kind, own) in KindsOf(need.Strata))
        {
            // What the others can take up, the lightest of the need's own first, which use least of it.
            var capacity = (need.IsAbove ? _fewer : _more)[kind] - own.Sum(stratum => _scale[stratum] * Room(stratum, !need.IsAbove));
            var (moved, mass) = (0.0, 0.0);
            foreach (var stratum in own)
            {
                var more = Math.Min(left, Room(stratum, need.IsAbove));
                more = _scale[stratum] == 0 ? more : Math.Min(more, Math.Max(0, (capacity - mass) / _scale[stratum]));
                (moved, mass, left) = (moved + more, mass + (more * _scale[stratum]), left - more);
            }

            if (changed.Length > 0)
            {
                // The number of givers changes by what the need's own gain less what the others lose: fewest when the heaviest do.
                var (fewest, most) = (TakenUp(_heaviestFirst[kind], own, mass, need), TakenUp(_lightestFirst[kind], own, mass, need));
                var change = (moved - Math.Clamp(moved, fewest, Math.Max(fewest, most))) * (need.IsAbove ? 1 : -1);
                for (var floor = 0; floor < changed.Length; floor++)
                {
                    changed[floor] += _floors[floor].Coefficients[own[0]] * change;
                }
            }
        }

        return left <= 0 && changed.Index().All(one => one.Item >= _floors[one.Index].Low && one.Item <= _floors[one.Index].High);
    }

    private IEnumerable<(int Kind, int[] Strata)> KindsOf(int[] strata) => strata.Length == 1
        ? [(_kind[strata[0]], strata)]
        : strata.GroupBy(stratum => _kind[stratum]).Select(same => (same.Key, same.OrderBy(stratum => _scale[stratum]).ToArray()));

    private int Room(int stratum, bool isAbove) => isAbove ? _sizes[stratum] - _truth[stratum] : _truth[stratum];

    /// <summary>How many respondents of the others, taken in an order, make up for what the need's own gain or lose.</summary>
    private double TakenUp(int[] order, int[] own, double mass, Need need)
    {
        var respondents = 0.0;
        for (var i = 0; i < order.Length && mass > 0; i++)
        {
            if (_scale[order[i]] > 0 && !own.Contains(order[i]))
            {
                var taken = Math.Min(Room(order[i], !need.IsAbove), mass / _scale[order[i]]);
                (respondents, mass) = (respondents + taken, mass - (taken * _scale[order[i]]));
            }
        }

        return respondents;
    }
}
