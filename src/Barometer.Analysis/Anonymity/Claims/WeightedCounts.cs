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
