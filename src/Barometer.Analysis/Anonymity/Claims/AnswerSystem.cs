namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Numbers of one answer with the strata they make: which counts of strata that break a rule do they tell? Listed while they can be; of more,
/// in a small survey, integer programs bound them.
/// </summary>
internal sealed class AnswerSystem
{
    /// <summary>With more vectors of counts than these no search lists them.</summary>
    public const double MostVectors = 1e8;
    private const int MostRespondents = 200;
    private const int MostCrossed = 8;
    private const long FirstSteps = 10_000;
    private const long NextSteps = 3_000_000;
    private const long MostNodes = 1_000;
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

    /// <summary>The numbers.</summary>
    public IReadOnlyList<ShownNumber> Numbers => _numbers;

    /// <summary>Whether its vectors are few enough to list, or its respondents for integer programs.</summary>
    public bool CanBeSearched => _vectors <= MostVectors || _respondents <= MostRespondents;

    // Number by number: two respondents stay together while each counts both alike.
    internal static List<RowSet> Strata(List<ShownNumber> numbers)
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

    /// <summary>
    /// Sets of strata of which it may not be told how many gave the answer: every union of few strata; of many, each of them, the numbers' own
    /// sets, and in each number those that it counts alike.
    /// </summary>
    private IEnumerable<int[]> Sensitive()
    {
        var unions = _strata.Count <= MostCrossed
            ? Enumerable.Range(1, (1 << _strata.Count) - 1).Select(set => Enumerable.Range(0, _strata.Count).Where(stratum => ((set >> stratum) & 1) == 1).ToArray())
            : Enumerable.Range(0, _strata.Count).Select(stratum => (int[])[stratum]).Concat(_sets).Concat(_numbers.SelectMany((number, i) => CountedAlike(number, _sets[i])))
                .DistinctBy(union => string.Join(' ', union));
        return unions.Where(union => RowSet.Union(union.Select(stratum => _strata[stratum])) is var set && _rules.IsSensitive(set, set.Intersect(_givers)));
    }

    // A stratum of the design, however the tables divide it.
    private IEnumerable<int[]> CountedAlike(ShownNumber number, int[] set) =>
        set.GroupBy(stratum => (float)number.Coefficients[number.Set.Rows.BinarySearch(_strata[stratum].Rows[0])], (_, alike) => alike.ToArray());

    private IEnumerable<Need> Needs(int[] union)
    {
        var (value, size) = (union.Sum(stratum => _truth[stratum]), union.Sum(stratum => _strata[stratum].Count));
        return Need.Of(union, value, size, _rules.Policy);
    }
}

/// <summary>A count that must be possible: at least, or at most, so many of some strata.</summary>
/// <param name="Strata">The strata.</param>
/// <param name="Bound">The count.</param>
/// <param name="IsAbove">Whether it is asked for at least; else at most.</param>
internal sealed record Need(int[] Strata, int Bound, bool IsAbove)
{
    /// <summary>What a count that breaks a rule asks for: more and fewer, as far as there is room.</summary>
    public static IEnumerable<Need> Of(int[] strata, int value, int size, ReleasePolicy policy)
    {
        var (more, fewer) = ProtectionLevel.ShareRoom(value, size, policy.GroupCoalition, policy.ProtectionInterval);
        return ((Need[])[new(strata, value + (int)more, true), new(strata, value - (int)fewer, false)]).Where(need => need.Bound != value);
    }

    /// <summary>Whether these counts meet it.</summary>
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
