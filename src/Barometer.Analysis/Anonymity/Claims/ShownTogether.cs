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
    // A sum of shown values can lie on the edge of what the truth leaves.
    private const double Widened = 1 + 1e-6;
    private readonly ClaimRules _rules;
    private readonly List<(int[] Claims, ShownNumber Number)> _numbers;
    private readonly RowSet _givers;

    private ShownTogether(string answer, IEnumerable<(int[] Claims, ShownNumber Number)> numbers, ClaimRules rules)
    {
        (Answer, _numbers, _rules) = (answer, [.. numbers], rules);
        _givers = RowSet.Union(_numbers.Select(one => one.Number.Givers));
    }

    /// <summary>The answer.</summary>
    public string Answer { get; }

    /// <summary>The claims that say something of the answer.</summary>
    public IReadOnlyList<int> Claims => [.. _numbers.SelectMany(one => one.Claims).Distinct().Order()];

    /// <summary>The systems of all answers of which something is shown.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="isShown">Whether a claim is shown.</param>
    /// <param name="rules">The rules.</param>
    public static IEnumerable<ShownTogether> Of(IReadOnlyList<Claim> claims, Func<int, bool> isShown, ClaimRules rules)
    {
        var numbers = claims.Index().Where(one => isShown(one.Index)).SelectMany(one => one.Item.Shown.Select(number => (Claims: (int[])[one.Index], Number: number))).ToList();
        return numbers.Concat(Complements(claims, numbers))
            .GroupBy(one => one.Number.Answer, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ShownTogether(same.Key, same, rules));
    }

    /// <summary>Whether a count that breaks a rule is told by what these claims show.</summary>
    public bool Tells(Func<int, bool> isShown) => Look(isShown) is not null;

    /// <summary>
    /// The claims to suppress so that nothing is told: those that show one number together, of the numbers that tell the cheapest that is enough
    /// by itself, else one after the other.
    /// </summary>
    /// <param name="isCandidate">Whether a claim may be suppressed.</param>
    /// <param name="cost">What a reader loses with it.</param>
    public IEnumerable<int> ToSuppress(Func<int, bool> isCandidate, Func<int, double> cost)
    {
        var suppressed = new HashSet<int>();
        while (Look(claim => !suppressed.Contains(claim)) is { } told)
        {
            // A number that several claims show is gone when none of them shows it any more.
            var ways = told.From.Select(number => (Number: number, Claims: ClaimsOf(number)))
                .Where(way => way.Claims.Count > 0 && way.Claims.TrueForAll(claim => isCandidate(claim))).DistinctBy(way => string.Join(' ', way.Claims))
                .OrderBy(way => way.Claims.Sum(cost)).ThenByDescending(way => way.Claims[0]).ToList();
            if (ways.Count == 0)
            {
                break;
            }

            var enough = ways.FindIndex(way => told.IsOpenWithout(NumbersOf(way.Claims).Contains));
            suppressed.UnionWith(ways[Math.Max(enough, 0)].Claims);
        }

        return suppressed;

        List<int> ClaimsOf(ShownNumber number) => [.. _numbers.Where(one => one.Number == number).SelectMany(one => one.Claims).Where(claim => !suppressed.Contains(claim)).Distinct().Order()];

        // What is shown by nobody but these claims.
        HashSet<ShownNumber> NumbersOf(List<int> claims) => [.. _numbers.Where(one => one.Claims.Intersect(claims).Any()).Select(one => one.Number)
            .Except(_numbers.Where(one => !one.Claims.Intersect(claims).Any() && !one.Claims.Any(suppressed.Contains)).Select(one => one.Number))];
    }

    /// <summary>What is told by the numbers that these claims show; null when nothing is.</summary>
    private Finding? Look(Func<int, bool> isShown)
    {
        var shown = _numbers.Where(one => Array.TrueForAll(one.Claims, claim => isShown(claim))).Select(one => one.Number).Distinct().ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        if (Systems(WithFloors(shown)).FirstOrDefault(system => system.Tells()) is { } system)
        {
            return new Finding([.. system.Numbers.Intersect(shown)], isGone => !new AnswerSystem(WithFloors([.. system.Numbers.Intersect(shown).Where(one => !isGone(one))]), _givers, _rules).Tells());
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

    /// <summary>
    /// What follows for an answer from all the others to a closed question, in one base and weighted in one way: its share is what they
    /// leave, known to half the sum of their units.
    /// </summary>
    private static IEnumerable<(int[] Claims, ShownNumber Number)> Complements(IReadOnlyList<Claim> claims, List<(int[] Claims, ShownNumber Number)> numbers)
    {
        foreach (var same in numbers.GroupBy(one => one.Number.Weighting))
        {
            var shown = same.GroupBy(one => one.Number.Answer).ToDictionary(one => one.Key, one => one.First(), StringComparer.Ordinal);
            var all = same.SelectMany(one => claims[one.Claims[0]].Sums).Where(sum => sum.Base.Equals(same.Key.Set)).SelectMany(sum => sum.Also).DistinctBy(answer => answer.Key).ToList();
            if (all.Count < 2 || all.Sum(answer => answer.Givers.Count) != same.Key.Set.Count)
            {
                continue;
            }

            foreach (var answer in all)
            {
                var others = all.Where(other => other.Key != answer.Key).Select(other => shown.GetValueOrDefault(other.Key)).ToList();
                if (others.TrueForAll(other => other.Number is not null))
                {
                    yield return (
                        [.. others.SelectMany(other => other.Claims).Distinct()],
                        new ShownNumber(answer.Key, same.Key.Set, others[0].Number.Coefficients, answer.Givers, others.Sum(other => other.Number.Step) * Widened)
                        {
                            Known = others[0].Number.Coefficients.Sum() - others.Sum(other => other.Number.Value),
                        });
                }
            }
        }
    }

    /// <summary>All numbers together while they can be searched; else those within each number's respondents that can.</summary>
    private IEnumerable<AnswerSystem> Systems(List<ShownNumber> shown)
    {
        var all = new AnswerSystem(shown, _givers, _rules);
        if (all.CanBeSearched)
        {
            return [all];
        }

        var parts = shown.Select(one => one.Set).Distinct().OrderByDescending(set => set.Count)
            .Select(set => (Set: set, System: new AnswerSystem([.. shown.Where(one => one.Set.IsSubsetOf(set))], _givers, _rules)))
            .Where(one => one.System.CanBeSearched).ToList();
        return parts.Where((one, i) => !parts.Take(i).Any(larger => one.Set.IsSubsetOf(larger.Set))).Select(one => one.System);
    }
}
