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
    private const int MostSteps = 10_000;
    private readonly ClaimRules _rules;
    private readonly List<Told> _numbers;
    private readonly RowSet _givers;

    private ShownTogether(string answer, IEnumerable<Told> numbers, ClaimRules rules)
    {
        (Answer, _numbers, _rules) = (answer, [.. numbers], rules);
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
    public static IEnumerable<ShownTogether> Of(IReadOnlyList<Claim> claims, Func<int, bool> isShown, ClaimRules rules)
    {
        var numbers = claims.Index().Where(one => isShown(one.Index)).SelectMany(one => one.Item.Shown.Select(number => (one.Index, Number: number)))
            .GroupBy(one => one.Number).Select(same => new Told([[.. same.Select(one => one.Index)]], same.Key)).ToList();
        return numbers.Where(one => one.Number.Opposed is null).Concat(Remainders(claims, numbers))
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

    /// <summary>A number, and the claims that tell it.</summary>
    /// <param name="Parts">The numbers it follows from, each by the claims that show it: all must be shown, by one of theirs.</param>
    /// <param name="Number">The number.</param>
    private sealed record Told(int[][] Parts, ShownNumber Number)
    {
        public IEnumerable<int> Claims => Parts.SelectMany(part => part);

        public bool IsBy(Func<int, bool> isShown) => Array.TrueForAll(Parts, part => Array.Exists(part, claim => isShown(claim)));
    }

    /// <summary>That something is told.</summary>
    /// <param name="From">The numbers from which it follows.</param>
    /// <param name="IsOpenWithout">Whether it is open when some of them aren't shown.</param>
    private sealed record Finding(IReadOnlyList<ShownNumber> From, Func<Func<ShownNumber, bool>, bool> IsOpenWithout);

    /// <summary>
    /// What follows for an answer from a number that several make up, in one base and weighted in one way, when all others of them are shown:
    /// everybody of a closed question, two answers taken together, a net balance. It is known to half the sum of their units.
    /// </summary>
    private static IEnumerable<Told> Remainders(IReadOnlyList<Claim> claims, List<Told> numbers)
    {
        foreach (var same in numbers.GroupBy(one => one.Number.Weighting))
        {
            var (set, coefficients) = (same.Key.Set, same.First().Number.Coefficients);
            var shown = same.GroupBy(one => one.Number.Answer).ToDictionary(one => one.Key, one => one.MinBy(number => number.Number.Step)!, StringComparer.Ordinal);
            var all = same.SelectMany(one => one.Claims).SelectMany(claim => claims[claim].Sums).Where(sum => sum.Base.Equals(set)).SelectMany(sum => sum.Also).DistinctBy(answer => answer.Key).ToList();
            var everybody = new ShownNumber("", set, coefficients, set, 0) { Known = coefficients.Sum() };
            foreach (var (ofWhole, whole) in same.Where(one => one.Number.Answer.Length > 0).Prepend(new Told([], everybody)))
            {
                // Answers taken together can stand for those they are made of, where their own number is shown.
                var parts = all.Concat(same.Where(one => one.Number is { Answer.Length: > 0, Opposed: null }).Select(one => new Answer(one.Number.Answer, one.Number.Givers))).DistinctBy(answer => answer.Key)
                    .Select(answer => (Answer: answer, Sign: answer.Givers.IsSubsetOf(whole.Givers) ? 1 : whole.Opposed is { } below && answer.Givers.IsSubsetOf(below) ? -1 : 0))
                    .Where(part => part.Sign != 0 && part.Answer.Key != whole.Answer && (whole == everybody || (part.Answer.Givers.Count > 0 && IsMadeOf(whole.Answer, part.Answer.Key)))).ToList();
                foreach (var cover in Covers(parts, whole.Givers.Count + (whole.Opposed?.Count ?? 0), answer => shown.ContainsKey(answer.Key)))
                {
                    foreach (var (answer, sign) in cover.Where(part => cover.TrueForAll(other => other.Answer.Key == part.Answer.Key || shown.ContainsKey(other.Answer.Key))))
                    {
                        var others = cover.Where(part => part.Answer.Key != answer.Key).Select(part => (part.Sign, Shown: shown[part.Answer.Key])).ToList();
                        yield return new Told(
                            [.. others.SelectMany(other => other.Shown.Parts), .. ofWhole],
                            new ShownNumber(answer.Key, set, coefficients, answer.Givers, (whole.Step + others.Sum(other => other.Shown.Number.Step)) * Widened)
                            {
                                Known = sign * (whole.Value - others.Sum(other => other.Sign * other.Shown.Number.Value)),
                            });
                    }
                }
            }
        }
    }

    /// <summary>What an answer is to: the question, or the questions of which the answers are taken together.</summary>
    private static string QuestionOf(string answer) => string.Join(" & ", answer.Split(" & ").Select(one => one[..Math.Max(one.LastIndexOf('='), 0)]));

    private static bool IsMadeOf(string whole, string part) => whole[0] == '(' || QuestionOf(part).Split(" & ").Contains(QuestionOf(whole));

    /// <summary>
    /// The ways in which answers to one question that exclude each other make up a number of respondents, at most one of them without a number that
    /// is shown. The search stops after a fixed number of steps.
    /// </summary>
    private static List<List<(Answer Answer, int Sign)>> Covers(List<(Answer Answer, int Sign)> parts, int respondents, Func<Answer, bool> isShown)
    {
        var (covers, steps) = (new List<List<(Answer, int)>>(), 0);
        foreach (var question in parts.GroupBy(part => QuestionOf(part.Answer.Key)))
        {
            // That nobody gave an answer isn't known unless it is shown: it could have been given, too.
            Add(question.Where(part => part.Answer.Givers.Count > 0).ToList(), [.. question.Where(part => part.Answer.Givers.Count == 0)], 0, respondents);
        }

        return covers;

        void Add(List<(Answer Answer, int Sign)> open, List<(Answer Answer, int Sign)> chosen, int from, int left)
        {
            if (chosen.Count(part => !isShown(part.Answer)) > 1)
            {
                return;
            }

            if (left == 0 && chosen.Count > 1)
            {
                covers.Add(chosen);
            }

            for (var i = from; i < open.Count && steps < MostSteps; i++)
            {
                steps++;
                var part = open[i].Answer;
                if (part.Givers.Count <= left && chosen.TrueForAll(one => one.Answer.Givers.Intersect(part.Givers).Count == 0))
                {
                    Add(open, [.. chosen, open[i]], i + 1, left - part.Givers.Count);
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
