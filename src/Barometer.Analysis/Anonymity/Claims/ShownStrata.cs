namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The numbers of one answer over strata, each of respondents whom no number tells apart: who gave it, what must be possible of sets of
/// strata that break a rule, and the numbers as equations about the counts.
/// </summary>
/// <param name="numbers">The numbers.</param>
/// <param name="givers">Who gave the answer.</param>
/// <param name="rules">The rules.</param>
/// <param name="strata">The strata: those of <see cref="Divide"/>, or parts of them.</param>
internal sealed class ShownStrata(IReadOnlyList<ShownNumber> numbers, RowSet givers, ClaimRules rules, IReadOnlyList<RowSet> strata)
{
    private const double Near = 1e-9;
    private readonly int[] _truth = [.. strata.Select(stratum => stratum.Intersect(givers).Count)];

    // For each number what it grows by with a giver of each stratum; zero where it isn't about the stratum.
    private readonly double[][] _coefficients =
        [.. numbers.Select(number => strata.Select(stratum => number.Set.Rows.BinarySearch(stratum.Rows[0]) is var at and >= 0 ? number.Coefficients[at] : 0).ToArray())];

    // By how much each number can change and still be shown as it is; the edges themselves are left to the searches.
    private readonly (double Low, double High)[] _room =
        [.. numbers.Select(number => (number.Value - number.Truth - (number.Step / 2) + Near, number.Value - number.Truth + (number.Step / 2) - Near))];

    private ProportionalStrata? _proportional;

    /// <summary>How many of each stratum gave the answer.</summary>
    public IReadOnlyList<int> Truth => _truth;

    /// <summary>The coarsest strata: number by number, two respondents stay together while each counts both alike.</summary>
    public static List<RowSet> Divide(IReadOnlyList<ShownNumber> numbers)
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

    /// <summary>The strata that a number is about.</summary>
    public int[] Of(int number) => [.. Enumerable.Range(0, strata.Count).Where(stratum => _coefficients[number][stratum] != 0)];

    /// <summary>The strata that a number is about, those that it counts alike together.</summary>
    public IEnumerable<int[]> CountedAlike(int number) => Of(number).GroupBy(stratum => (float)_coefficients[number][stratum], (_, alike) => alike.ToArray());

    /// <summary>The numbers, or some of them, as a system of equations.</summary>
    public RoundedShares System(Func<ShownNumber, bool>? isShown = null) => new([.. strata.Select(stratum => stratum.Count)], [.. numbers.Index()
        .Where(one => isShown?.Invoke(one.Item) != false)
        .Select(one => new RoundedShare
        {
            Strata = Of(one.Index),
            Weights = [.. Of(one.Index).Select(stratum => _coefficients[one.Index][stratum])],
            Value = one.Item.Value,
            Step = one.Item.Step,
            IsCount = true,
        })]);

    /// <summary>What some strata together ask for; nothing where their count may be told.</summary>
    public IEnumerable<Need> Needs(int[] union)
    {
        var set = RowSet.Union(union.Select(stratum => strata[stratum]));
        var among = set.Intersect(givers);
        return rules.IsSensitive(set, among) ? Need.Of(union, among.Count, set.Count, rules.Policy) : [];
    }

    /// <summary>The truth with as much more, or less, in the strata of a need as it asks for.</summary>
    public int[] Toward(Need need)
    {
        int[] from = [.. _truth];
        var missing = Missing(need);
        foreach (var stratum in need.Strata)
        {
            var change = Math.Clamp(missing, -from[stratum], strata[stratum].Count - from[stratum]);
            (from[stratum], missing) = (from[stratum] + change, missing - change);
        }

        return from;
    }

    /// <summary>
    /// Whether a need is met by as many fewer, or more, of one other stratum, or of none: where there are many strata some have next to the
    /// same weight.
    /// </summary>
    public bool IsMetByOneExchange(Need need)
    {
        var (toward, change) = (Toward(need), Missing(need));
        double[] own = [.. _coefficients.Select(of => need.Strata.Sum(stratum => (toward[stratum] - _truth[stratum]) * of[stratum]))];
        return Fits(own, null, 0) || Enumerable.Range(0, strata.Count).Any(other => !need.Strata.Contains(other)
            && _truth[other] - change >= 0 && _truth[other] - change <= strata[other].Count && Fits(own, other, change));
    }

    /// <summary>Whether a need is met in fractions of respondents by strata that every number counts in proportion to its own.</summary>
    public bool IsMetInProportion(Need need) => (_proportional ??= Proportional()).Meet(need);

    private ProportionalStrata Proportional() => new(
        [.. _coefficients.Where((_, number) => !numbers[number].IsFloor)],
        [.. Enumerable.Range(0, numbers.Count).Where(number => numbers[number].IsFloor)
            .Select(number => (_coefficients[number], Math.Ceiling(_room[number].Low), Math.Floor(_room[number].High)))], // whole respondents
        _truth,
        [.. strata.Select(stratum => stratum.Count)]);

    private int Missing(Need need) => need.Bound - need.Strata.Sum(stratum => _truth[stratum]);

    private bool Fits(double[] own, int? other, int change)
    {
        for (var number = 0; number < own.Length; number++)
        {
            var moved = own[number] - (other is { } stratum ? change * _coefficients[number][stratum] : 0);
            if (moved < _room[number].Low || moved > _room[number].High)
            {
                return false;
            }
        }

        return true;
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
