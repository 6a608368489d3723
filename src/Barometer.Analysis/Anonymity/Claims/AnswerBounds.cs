namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// What everything shown of one answer tells of respondents who weigh the same, and of holdings, in a survey of any size. A rare answer of
/// heavy respondents, or the last few who can have given it, need no list of vectors: the digits leave no room for one more.
/// </summary>
/// <remarks>
/// Most needs are met by one exchange: as many more of a set as fewer of another with next to the same weight. For the rest a linear
/// program says whether there is room; where it finds none there is no vector of whole counts either.
/// </remarks>
internal sealed class AnswerBounds
{
    private const double Near = 1e-9;
    private readonly List<ShownNumber> _numbers;
    private readonly ClaimRules _rules;
    private readonly List<RowSet> _atoms;
    private readonly int[] _truth;
    private readonly List<int[]> _targets;
    private readonly RowSet _givers;
    private readonly double[][] _coefficients;
    private readonly (double Low, double High)[] _room;

    /// <summary>Sets it up.</summary>
    /// <param name="numbers">All that is shown of the answer.</param>
    /// <param name="givers">Who gave it.</param>
    /// <param name="rules">The rules.</param>
    public AnswerBounds(List<ShownNumber> numbers, RowSet givers, ClaimRules rules)
    {
        (_numbers, _rules, _givers) = (numbers, rules, givers);
        var strata = AnswerSystem.Strata(numbers);

        // The respondents of a holding stand apart within their stratum, so that its own count is a sum of atoms.
        var holdings = strata.SelectMany(stratum => stratum.Rows.ToArray()).GroupBy(rules.OrganisationOf).Where(rows => rows.Skip(1).Any()).Select(rows => rows.Key).ToHashSet();
        var parts = strata.Index()
            .SelectMany(one => one.Item.Rows.ToArray().Select(row => (Stratum: one.Index, Holding: holdings.Contains(rules.OrganisationOf(row)) ? rules.OrganisationOf(row) : -1, Row: row)))
            .GroupBy(one => (one.Stratum, one.Holding)).ToList();
        _atoms = parts.ConvertAll(part => new RowSet([.. part.Select(one => one.Row)]));
        _truth = [.. _atoms.Select(atom => atom.Intersect(givers).Count)];
        _targets = [.. parts.Index().GroupBy(part => part.Item.Key.Stratum).Concat(parts.Index().Where(part => part.Item.Key.Holding >= 0).GroupBy(part => strata.Count + part.Item.Key.Holding))
            .Select(same => same.Select(part => part.Index).ToArray())];
        _coefficients = [.. numbers.Select(number => _atoms.Select(atom => number.Set.Rows.BinarySearch(atom.Rows[0]) is var at and >= 0 ? number.Coefficients[at] : 0).ToArray())];
        // By how much each number can change and still be shown as it is; the edges themselves are left to the linear program.
        _room = [.. numbers.Select(number => (number.Value - number.Truth - (number.Step / 2) + Near, number.Value - number.Truth + (number.Step / 2) - Near))];
    }

    /// <summary>What a stratum's or a holding's count that breaks a rule asks for and doesn't get, and the numbers from which that follows.</summary>
    public IReadOnlyList<(Need Need, IReadOnlyList<ShownNumber> From)> Told()
    {
        var open = _targets.SelectMany(Needs).Where(need => !IsMetByOneExchange(need)).ToList();
        return [.. System(_ => true).Unreachable(Asked(open)).Select(one => (open[one.Need], (IReadOnlyList<ShownNumber>)[.. one.From.Select(number => _numbers[number])]))];
    }

    /// <summary>Whether these needs are met by what is left when some numbers aren't shown.</summary>
    public bool AreMetWithout(IReadOnlyCollection<Need> needs, Func<ShownNumber, bool> isGone) => System(number => !isGone(number)).Unreachable(Asked(needs)).Count == 0;

    private static List<(IReadOnlyList<int>, double, bool)> Asked(IEnumerable<Need> needs) => [.. needs.Select(need => ((IReadOnlyList<int>)need.Strata, (double)need.Bound, need.IsAbove))];

    private RoundedShares System(Func<ShownNumber, bool> isShown) => new([.. _atoms.Select(atom => atom.Count)], [.. _numbers.Index().Where(one => isShown(one.Item)).Select(one => new RoundedShare
    {
        Strata = [.. Enumerable.Range(0, _atoms.Count).Where(atom => _coefficients[one.Index][atom] != 0)],
        Weights = [.. _coefficients[one.Index].Where(coefficient => coefficient != 0)],
        Value = one.Item.Value,
        Step = one.Item.Step,
        IsCount = true,
    })]);

    private IEnumerable<Need> Needs(int[] target)
    {
        var set = RowSet.Union(target.Select(atom => _atoms[atom]));
        var givers = set.Intersect(_givers);
        return _rules.IsSensitive(set, givers) ? Need.Of(target, givers.Count, set.Count, _rules.Policy) : [];
    }

    private bool IsMetByOneExchange(Need need)
    {
        var change = need.Bound - need.Strata.Sum(atom => _truth[atom]);
        var own = new double[_coefficients.Length];
        foreach (var (atom, part) in Spread(need.Strata, change))
        {
            for (var number = 0; number < own.Length; number++)
            {
                own[number] += part * _coefficients[number][atom];
            }
        }

        return Enumerable.Range(-1, _atoms.Count + 1).Any(other => (other < 0 || (CanGive(other, change) && !need.Strata.Contains(other))) && Fits(own, other, change));
    }

    private IEnumerable<(int Atom, int Change)> Spread(int[] atoms, int change)
    {
        foreach (var atom in atoms)
        {
            var part = Math.Clamp(change, -_truth[atom], _atoms[atom].Count - _truth[atom]);
            change -= part;
            yield return (atom, part);
        }
    }

    private bool CanGive(int atom, int change) => _truth[atom] - change >= 0 && _truth[atom] - change <= _atoms[atom].Count;

    private bool Fits(double[] own, int other, int change)
    {
        for (var number = 0; number < own.Length; number++)
        {
            var moved = own[number] - (other < 0 ? 0 : change * _coefficients[number][other]);
            if (moved < _room[number].Low || moved > _room[number].High)
            {
                return false;
            }
        }

        return true;
    }
}
