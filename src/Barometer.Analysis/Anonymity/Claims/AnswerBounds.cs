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
    private readonly List<ShownNumber> _numbers;
    private readonly ShownStrata _atoms;
    private readonly List<int[]> _targets;

    /// <summary>Sets it up.</summary>
    /// <param name="numbers">All that is shown of the answer.</param>
    /// <param name="givers">Who gave it.</param>
    /// <param name="rules">The rules.</param>
    public AnswerBounds(List<ShownNumber> numbers, RowSet givers, ClaimRules rules)
    {
        _numbers = numbers;
        var strata = ShownStrata.Divide(numbers);

        // The respondents of a holding stand apart within their stratum, so that its own count is a sum of atoms.
        var holdings = strata.SelectMany(stratum => stratum.Rows.ToArray()).GroupBy(rules.OrganisationOf).Where(rows => rows.Skip(1).Any()).Select(rows => rows.Key).ToHashSet();
        var parts = strata.Index()
            .SelectMany(one => one.Item.Rows.ToArray().Select(row => (Stratum: one.Index, Holding: holdings.Contains(rules.OrganisationOf(row)) ? rules.OrganisationOf(row) : -1, Row: row)))
            .GroupBy(one => (one.Stratum, one.Holding)).ToList();
        _atoms = new ShownStrata(numbers, givers, rules, parts.ConvertAll(part => new RowSet([.. part.Select(one => one.Row)])));
        _targets = [.. parts.Index().GroupBy(part => part.Item.Key.Stratum).Concat(parts.Index().Where(part => part.Item.Key.Holding >= 0).GroupBy(part => strata.Count + part.Item.Key.Holding))
            .Select(same => same.Select(part => part.Index).ToArray())];
    }

    /// <summary>What a stratum's or a holding's count that breaks a rule asks for and doesn't get, and the numbers from which that follows.</summary>
    public IReadOnlyList<(Need Need, IReadOnlyList<ShownNumber> From)> Told()
    {
        var open = _targets.SelectMany(_atoms.Needs).Where(need => !_atoms.IsMetInProportion(need) && !_atoms.IsMetByOneExchange(need)).ToList();
        return open.Count == 0 ? [] : [.. _atoms.System().Unreachable(Asked(open)).Select(one => (open[one.Need], (IReadOnlyList<ShownNumber>)[.. one.From.Select(number => _numbers[number])]))];
    }

    /// <summary>Whether these needs are met by what is left when some numbers aren't shown.</summary>
    public bool AreMetWithout(IReadOnlyCollection<Need> needs, Func<ShownNumber, bool> isGone) => _atoms.System(number => !isGone(number)).Unreachable(Asked(needs)).Count == 0;

    private static List<(IReadOnlyList<int>, double, bool)> Asked(IEnumerable<Need> needs) => [.. needs.Select(need => ((IReadOnlyList<int>)need.Strata, (double)need.Bound, need.IsAbove))];
}
