namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Everything that is shown of one answer as one system: shares of groups and of everybody, weighted in every way and unweighted, totals,
/// differences, the sizes of groups that are made of the answer, and the complement of what is shown of all other answers. Respondents
/// whom no number tells apart are a stratum; a count of strata that breaks a rule must stay as open as a hidden count in a table.
/// </summary>
/// <remarks>
/// Limits are no equations here: where there are few respondents they are computed from what is shown anyway (<see cref="ShownDetail"/>).
/// Vectors of counts are listed while there are fewer than a hundred million, of all numbers or of those within a group
/// (<see cref="AnswerSystem"/>); strata and holdings are bounded by linear programs in any survey (<see cref="AnswerBounds"/>).
/// </remarks>
internal sealed class ShownTogether
{
    private readonly ClaimRules _rules;
    private readonly List<Told> _numbers;
    private readonly RowSet _givers;

    private readonly bool _isQuick;

    private ShownTogether(string answer, IEnumerable<Told> numbers, ClaimRules rules, bool isQuick)
    {
        (Answer, _numbers, _rules, _isQuick) = (answer, [.. numbers], rules, isQuick);
        _givers = RowSet.Union(_numbers.Select(one => one.Number.Givers));
    }

    /// <summary>The answer.</summary>
    public string Answer { get; }

    /// <summary>The claims that say something of the answer.</summary>
    public IReadOnlyList<int> Claims => [.. _numbers.SelectMany(one => one.Claims).Distinct().Order()];

    /// <summary>The numbers that are shown of the answer, or follow from these.</summary>
    public IReadOnlyList<ShownNumber> Numbers => Without([]);

    /// <summary>Those that are left when some claims aren't shown.</summary>
    public IReadOnlyList<ShownNumber> Without(IReadOnlyCollection<int> gone) => [.. _numbers.Where(one => one.IsBy(claim => !gone.Contains(claim))).Select(one => one.Number)];

    /// <summary>The systems of all answers of which something is shown.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="isShown">Whether a claim is shown.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="isQuick">Whether to search few steps.</param>
    public static IEnumerable<ShownTogether> Of(IReadOnlyList<Claim> claims, Func<int, bool> isShown, ClaimRules rules, bool isQuick = false)
    {
        var numbers = claims.Index().Where(one => isShown(one.Index)).SelectMany(one => one.Item.Shown.Select(number => (one.Index, Number: number)))
            .GroupBy(one => one.Number).Select(same => new Told([[.. same.Select(one => one.Index)]], same.Key)).ToList();
        return numbers.Where(one => one.Number.Opposed is null).Concat(Remainders.Of(claims, numbers))
            .GroupBy(one => one.Number.Answer, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ShownTogether(same.Key, same, rules, isQuick));
    }

    /// <summary>Whether a count that breaks a rule is told by what these claims show.</summary>
    public bool Tells(Func<int, bool> isShown) => Look(isShown) is not null;

    /// <summary>
    /// The claims to suppress so that nothing is told: those that show one number together, of the numbers that tell the cheapest that is enough
    /// by itself, else one after the other.
    /// </summary>
    /// <param name="isCandidate">Whether a claim may be suppressed.</param>
    /// <param name="cost">What a reader loses with it.</param>
    public IReadOnlyCollection<int> ToSuppress(Func<int, bool> isCandidate, Func<int, double> cost)
    {
        var suppressed = new HashSet<int>();
        while (Look(claim => !suppressed.Contains(claim)) is { } told)
        {
            var ways = told.From.Select(Way).OfType<List<int>>().DistinctBy(claims => string.Join(' ', claims))
                .OrderBy(claims => claims.Sum(cost)).ThenByDescending(claims => claims[0]).ToList();
            if (ways.Count == 0)
            {
                break;
            }

            var enough = ways.FindIndex(way => told.IsOpenWithout(NumbersOf(way).Contains));
            suppressed.UnionWith(ways[Math.Max(enough, 0)]);
        }

        return suppressed;

        bool IsLeft(int claim) => !suppressed.Contains(claim);

        // The claims without which a number is shown no more, and doesn't follow; null when it always does.
        List<int>? Way(ShownNumber number)
        {
            var parts = _numbers.FindAll(one => one.Number == number && one.IsBy(IsLeft))
                .ConvertAll(one => one.Parts.Select(part => part.Where(IsLeft).ToList()).Where(part => part.TrueForAll(claim => isCandidate(claim))).MinBy(part => part.Sum(cost)));
            return parts.Count == 0 || parts.Contains(null) ? null : [.. parts.SelectMany(part => part!).Distinct().Order()];
        }

        HashSet<ShownNumber> NumbersOf(List<int> way) => [.. _numbers.Where(one => one.IsBy(IsLeft)).Select(one => one.Number)
            .Except(_numbers.Where(one => one.IsBy(claim => IsLeft(claim) && !way.Contains(claim))).Select(one => one.Number))];
    }

    /// <summary>What is told by the numbers that these claims show; null when nothing is.</summary>
    private Finding? Look(Func<int, bool> isShown)
    {
        var shown = _numbers.Where(one => one.IsBy(isShown)).Select(one => one.Number).Distinct().ToList();
        // Each wave by itself first: with the numbers of others the system is too large to be searched as far.
        var waves = _rules.Surveys.Select(wave => (Rows: wave, Own: shown.FindAll(one => one.Set.IsSubsetOf(wave)))).Where(wave => wave.Own.Count > 0 && wave.Own.Count < shown.Count).ToList();
        return waves.Select(wave => LookAt(wave.Own, [])).FirstOrDefault(found => found is not null) ?? LookAt(shown, waves.ConvertAll(wave => wave.Rows));
    }

    private Finding? LookAt(List<ShownNumber> shown, List<RowSet> looked)
    {
        if (Systems(WithFloors(shown), looked).FirstOrDefault(system => system.Tells()) is { } system)
        {
            return new Finding([.. system.Numbers.Intersect(shown)], isGone => !new AnswerSystem(WithFloors([.. system.Numbers.Intersect(shown).Where(one => !isGone(one))]), _givers, _rules, _isQuick).Tells());
        }

        var bounds = new AnswerBounds(WithFloors(shown), _givers, _rules);
        var told = bounds.Told();
        return told.Count == 0 ? null : new Finding(
            [.. told.SelectMany(one => one.From).Distinct().Intersect(shown)], isGone => bounds.AreMetWithout([.. told.Select(one => one.Need)], isGone));
    }

    private static List<ShownNumber> WithFloors(IReadOnlyList<ShownNumber> shown) => [.. shown, .. shown.Where(one => one.AtLeast > 0).Select(one => one.Floor()).DistinctBy(one => one.Set)];

    /// <summary>That something is told.</summary>
    /// <param name="From">The numbers from which it follows.</param>
    /// <param name="IsOpenWithout">Whether it is open when some of them aren't shown.</param>
    private sealed record Finding(IReadOnlyList<ShownNumber> From, Func<Func<ShownNumber, bool>, bool> IsOpenWithout);

    /// <summary>All numbers together while they can be searched; else those within each number's respondents that can.</summary>
    private IEnumerable<AnswerSystem> Systems(List<ShownNumber> shown, List<RowSet> looked)
    {
        var all = new AnswerSystem(shown, _givers, _rules, _isQuick);
        if (all.CanBeSearched)
        {
            return [all];
        }

        // What lies within a wave was looked at with it.
        var parts = shown.Select(one => one.Set).Distinct().Where(set => !looked.Exists(set.IsSubsetOf)).OrderByDescending(set => set.Count)
            .Select(set => (Set: set, System: new AnswerSystem([.. shown.Where(one => one.Set.IsSubsetOf(set))], _givers, _rules, _isQuick)))
            .Where(one => one.System.CanBeSearched).ToList();
        return parts.Where((one, i) => !parts.Take(i).Any(larger => one.Set.IsSubsetOf(larger.Set))).Select(one => one.System);
    }
}

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
