namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// What one weighted share, rounded as it is shown, tells of the counts of its strata: a share of two strata
/// can have a single solution in whole numbers, which is the count of each.
/// </summary>
/// <param name="classes">The respondents by weight, the largest class first.</param>
/// <param name="half">Half a unit of the last decimal shown.</param>
internal sealed class WeightedCounts(IReadOnlyList<WeightClass> classes, double half)
{
    // With more strata or respondents than these there are thousands of solutions.
    private const double MostCombinations = 100_000;
    private const double Near = 1e-9;
    private readonly int[] _least = [.. classes.Select(one => one.Base.Count + 1)];
    private readonly int[] _most = [.. classes.Select(_ => -1)];

    /// <summary>For each class the least and the most who can have given the answer; none where the search would be long.</summary>
    public IReadOnlyList<CountRange> Ranges()
    {
        if (classes.Count < 2 || classes.Skip(1).Aggregate(1.0, (product, one) => product * (one.Base.Count + 1)) > MostCombinations)
        {
            return [];
        }

        var total = classes.Sum(one => one.Weight * one.Base.Count);
        var share = Math.Round(classes.Sum(one => one.Weight * one.Givers.Count) / total / (2 * half), MidpointRounding.AwayFromZero) * 2 * half;
        Search(1, (share - half) * total, (share + half) * total, new int[classes.Count]);
        return [.. _least.Zip(_most, (low, high) => new CountRange(low, high))];
    }

    private void Search(int at, double low, double high, int[] counts)
    {
        if (at == classes.Count)
        {
            End(low, high, counts);
            return;
        }

        for (counts[at] = 0; counts[at] <= classes[at].Base.Count; counts[at]++)
        {
            var weight = classes[at].Weight * counts[at];
            Search(at + 1, low - weight, high - weight, counts);
        }
    }

    /// <summary>What is left for the largest class follows.</summary>
    private void End(double low, double high, int[] counts)
    {
        var least = Math.Max(0, (int)Math.Ceiling((low / classes[0].Weight) - Near));
        var most = Math.Min(classes[0].Base.Count, (int)Math.Floor((high / classes[0].Weight) + Near));
        if (least > most)
        {
            return;
        }

        (_least[0], _most[0]) = (Math.Min(_least[0], least), Math.Max(_most[0], most));
        for (var i = 1; i < counts.Length; i++)
        {
            (_least[i], _most[i]) = (Math.Min(_least[i], counts[i]), Math.Max(_most[i], counts[i]));
        }
    }
}

/// <summary>Those of a share's base whose answers weigh the same: a stratum, as far as a reader can tell.</summary>
/// <param name="Weight">The weight of each.</param>
/// <param name="Base">The respondents.</param>
/// <param name="Givers">Those of them who gave the answer.</param>
internal sealed record WeightClass(double Weight, RowSet Base, RowSet Givers)
{
    private const int Digits = 9;

    /// <summary>The classes of a base, the largest first.</summary>
    /// <param name="weights">For each row of the response table its weight.</param>
    /// <param name="all">The respondents in the base.</param>
    /// <param name="givers">Those who gave the answer.</param>
    public static IReadOnlyList<WeightClass> Of(double[] weights, RowSet all, RowSet givers) =>
    [
        .. all.Rows.ToArray()
            .GroupBy(row => Math.Round(weights[row], Digits))
            .Select(rows => new RowSet([.. rows]))
            .Select(rows => new WeightClass(weights[rows.Rows[0]], rows, rows.Intersect(givers)))
            .OrderByDescending(one => one.Base.Count),
    ];
}

/// <summary>What a rounded number tells: the true number lies between these two.</summary>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be.</param>
internal sealed record CountRange(int Low, int High)
{
    /// <summary>Whether one number is left.</summary>
    public bool IsExact => Low == High;
}
