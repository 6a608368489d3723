namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Everything that is shown of one answer as one system: shares of groups and of everybody, weighted in every way and unweighted, totals,
/// differences, the sizes of groups that are made of the answer, and the complement of what is shown of all other answers. Respondents
/// whom no number tells apart are a stratum; a count of strata that breaks a rule must stay as open as a hidden count in a table.
/// </summary>
/// <remarks>
/// Limits are no equations here: where there are few respondents they are computed from what is shown anyway (<see cref="ShownDetail"/>).
/// Vectors of counts are listed while there are fewer than a hundred million; beyond that integer programs bound the counts of a
/// small survey, and of a large one the groups that are few enough are looked at by themselves.
/// </remarks>
internal sealed class ShownTogether
{
    // A sum of shown values can lie on the edge of what the truth leaves.
    private const double Widened = 1 + 1e-6;
    /// <summary>With more vectors of counts than these no search lists them.</summary>
    public const double MostVectors = 1e8;
    private const int MostRespondents = 200;
    private const int MostCrossed = 8;
    private const long FirstSteps = 10_000;
    private const long NextSteps = 3_000_000;
    private const long MostNodes = 1_000;
    private readonly ClaimRules _rules;
    private readonly List<(int[] Claims, ShownNumber Number)> _numbers;
    private readonly RowSet _givers;

    private ShownTogether(string answer, IEnumerable<(int[] Claims, ShownNumber Number)> numbers, ClaimRules rules)
    {
        (Answer, _numbers, _rules) = (answer, [.. numbers], rules);
        _givers = Union(_numbers.Select(one => one.Number.Givers));
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
    public bool Tells(Func<int, bool> isShown)
    {
        var shown = _numbers.Where(one => Array.TrueForAll(one.Claims, claim => isShown(claim))).Select(one => one.Number)
            .DistinctBy(one => (one.Set, Hash(one.Coefficients), one.Step, one.Known)).ToList();
        return Systems(shown).Any(system => system.Tells());
    }

    /// <summary>The claims to suppress so that nothing is told: one that is enough by itself where there is one, the cheapest first.</summary>
    /// <param name="isCandidate">Whether a claim may be suppressed.</param>
    /// <param name="cost">What a reader loses with it.</param>
    public IEnumerable<int> ToSuppress(Func<int, bool> isCandidate, Func<int, double> cost)
    {
        var suppressed = new HashSet<int>();
        var candidates = Claims.Where(isCandidate).OrderBy(cost).ThenByDescending(claim => claim).ToList();
        while (candidates.Count > 0 && Tells(claim => !suppressed.Contains(claim)))
        {
            var enough = candidates.FindIndex(candidate => !Tells(claim => claim != candidate && !suppressed.Contains(claim)));
            suppressed.Add(candidates[Math.Max(enough, 0)]);
            candidates.RemoveAt(Math.Max(enough, 0));
        }

        return suppressed;
    }

    /// <summary>
    /// What follows for an answer from all the others to a closed question, in one base and weighted in one way: its share is what they
    /// leave, known to half the sum of their units.
    /// </summary>
    private static IEnumerable<(int[] Claims, ShownNumber Number)> Complements(IReadOnlyList<Claim> claims, List<(int[] Claims, ShownNumber Number)> numbers)
    {
        foreach (var same in numbers.GroupBy(one => (one.Number.Set, Weights: Hash(one.Number.Coefficients))))
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
        if (shown.Count == 0)
        {
            return [];
        }

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

    private static int Hash(double[] coefficients)
    {
        var hash = new HashCode();
        Array.ForEach(coefficients, hash.Add);
        return hash.ToHashCode();
    }

    private static RowSet Union(IEnumerable<RowSet> sets) => new([.. sets.SelectMany(set => set.Rows.ToArray()).Distinct().Order()]);

    /// <summary>Numbers of one answer with the strata they make.</summary>
    private sealed class AnswerSystem
    {
        private readonly ClaimRules _rules;
        private readonly List<ShownNumber> _numbers;
        private readonly RowSet _givers;
        private readonly List<RowSet> _strata;
        private readonly int _respondents;
        private readonly double _vectors;
        private int[] _truth = [];
        private List<int[]> _sets = [];
        private RoundedShares _system = new([], []);

        public AnswerSystem(List<ShownNumber> numbers, RowSet givers, ClaimRules rules)
        {
            (_numbers, _givers, _rules) = (numbers, givers, rules);
            _strata = Strata(numbers);
            _respondents = _strata.Sum(stratum => stratum.Count);
            _vectors = _strata.Aggregate(1.0, (vectors, stratum) => vectors * (stratum.Count + 1));
        }

        /// <summary>Whether its vectors are few enough to list, or its respondents for integer programs.</summary>
        public bool CanBeSearched => _vectors <= MostVectors || _respondents <= MostRespondents;

        // Number by number: two respondents stay together while each counts both alike.
        private static List<RowSet> Strata(List<ShownNumber> numbers)
        {
            var strata = new Dictionary<int, int>();
            var next = 0;
            foreach (var number in numbers)
            {
                var split = new Dictionary<(int Old, float Coefficient), int>();
                for (var i = 0; i < number.Coefficients.Length; i++)
                {
                    var key = (strata.GetValueOrDefault(number.Set.Rows[i], -1), (float)number.Coefficients[i]);
                    if (!split.TryGetValue(key, out var stratum))
                    {
                        stratum = next++;
                        split.Add(key, stratum);
                    }

                    strata[number.Set.Rows[i]] = stratum;
                }
            }

            return [.. strata.GroupBy(one => one.Value, one => one.Key).Select(rows => new RowSet([.. rows.Order()])).OrderBy(stratum => stratum.Rows[0])];
        }

        private void SetUp()
        {
            _truth = [.. _strata.Select(stratum => stratum.Intersect(_givers).Count)];
            _sets = _numbers.ConvertAll(number => Enumerable.Range(0, _strata.Count).Where(stratum => number.Set.Contains(_strata[stratum].Rows[0])).ToArray());
            _system = new RoundedShares([.. _strata.Select(stratum => stratum.Count)], [.. _numbers.Select((number, i) => new RoundedShare
            {
                Strata = _sets[i],
                Weights = [.. _sets[i].Select(stratum => number.Coefficients[number.Set.Rows.BinarySearch(_strata[stratum].Rows[0])])],
                Value = number.Value,
                Step = number.Step,
                IsCount = true,
            })]);
        }

        public bool Tells()
        {
            SetUp();
            var open = Sensitive().SelectMany(Needs).ToList();
            if (open.Count == 0)
            {
                return false;
            }

            // What lies near the truth meets most of it at once; for the rest a search of its own, which begins with the strata it is about.
            Search(open, FirstSteps, _truth, null);
            foreach (var need in open.ToArray().Where(need => open.Contains(need) && !IsMetByOneExchange(need)))
            {
                Search(open, _vectors > MostVectors ? FirstSteps : NextSteps, Toward(need), need.Strata);
                if (open.Contains(need) && !IsPossible(need))
                {
                    return true;
                }
            }

            return false;
        }

        // As many fewer, or more, of one other stratum: where there are many strata some have next to the same weight.
        private bool IsMetByOneExchange(Need need)
        {
            var counts = Toward(need);
            var change = counts.Sum() - _truth.Sum();
            for (var stratum = 0; stratum < counts.Length; stratum++)
            {
                counts[stratum] -= change;
                if (need.IsMetBy(counts) && _system.Agrees(counts))
                {
                    return true;
                }

                counts[stratum] += change;
            }

            return false;
        }

        // Of too many vectors to list an integer program says whether there is one; of those that are listed none was found.
        private bool IsPossible(Need need) => _vectors > MostVectors
            && _system.Bounds(need.Strata, MostNodes) is var bounds && (need.IsAbove ? bounds.High >= need.Bound : bounds.Low <= need.Bound);

        private void Search(List<Need> open, long steps, int[] from, int[]? slowest) => _system.Visit(
            (counts, _) =>
            {
                open.RemoveAll(need => need.IsMetBy(counts));
                return open.Count > 0;
            },
            steps,
            from,
            slowest);

        /// <summary>The truth with as much more, or less, in the strata of a need as it asks for.</summary>
        private int[] Toward(Need need)
        {
            int[] from = [.. _truth];
            var missing = need.Bound - need.Strata.Sum(stratum => _truth[stratum]);
            foreach (var stratum in need.Strata)
            {
                var change = Math.Clamp(missing, -from[stratum], _strata[stratum].Count - from[stratum]);
                (from[stratum], missing) = (from[stratum] + change, missing - change);
            }

            return from;
        }

        /// <summary>Sets of strata of which it may not be told how many gave the answer: every union of few strata; of many, each of them and the numbers' own sets.</summary>
        private IEnumerable<int[]> Sensitive()
        {
            var unions = _strata.Count <= MostCrossed
                ? Enumerable.Range(1, (1 << _strata.Count) - 1).Select(set => Enumerable.Range(0, _strata.Count).Where(stratum => ((set >> stratum) & 1) == 1).ToArray())
                : Enumerable.Range(0, _strata.Count).Select(stratum => (int[])[stratum]).Concat(_sets);
            return unions.Where(union => Union(union.Select(stratum => _strata[stratum])) is var set && _rules.IsSensitive(set, set.Intersect(_givers)));
        }

        private IEnumerable<Need> Needs(int[] union)
        {
            var (value, size) = (union.Sum(stratum => _truth[stratum]), union.Sum(stratum => _strata[stratum].Count));
            var (more, fewer) = ProtectionLevel.ShareRoom(value, size, _rules.Policy.GroupCoalition, _rules.Policy.ProtectionInterval);
            return ((Need[])[new(union, value + (int)more, true), new(union, value - (int)fewer, false)]).Where(need => need.Bound != value);
        }
    }

    /// <summary>A count that must be possible: at least, or at most, so many of some strata.</summary>
    private sealed record Need(int[] Strata, int Bound, bool IsAbove)
    {
        public bool IsMetBy(int[] counts)
        {
            var sum = 0;
            foreach (var stratum in Strata)
            {
                sum += counts[stratum];
            }

            return IsAbove ? sum >= Bound : sum <= Bound;
        }
    }
}
