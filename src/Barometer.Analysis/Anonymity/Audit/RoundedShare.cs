namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>What a rounded percentage tells about the count behind it.</summary>
internal static class RoundedShare
{
    /// <summary>
    /// The counts out of <paramref name="n"/> that the percentage can stand for. Exactly half a unit counts both ways,
    /// since a reader does not know how halves were rounded.
    /// </summary>
    /// <param name="percent">The percentage as printed.</param>
    /// <param name="decimals">Its number of decimals.</param>
    /// <param name="n">The base.</param>
    public static IReadOnlyList<int> Counts(decimal percent, int decimals, int n)
    {
        var half = Half(decimals);
        var lowest = (int)Math.Max(0, Math.Ceiling((percent - half) * n / 100));
        var highest = (int)Math.Min(n, Math.Floor((percent + half) * n / 100));
        return lowest > highest ? [] : [.. Enumerable.Range(lowest, highest - lowest + 1)];
    }

    /// <summary>The smallest bases that percentages of the same base can have, when they are all the answers there are.</summary>
    /// <param name="percents">The percentages as printed.</param>
    /// <param name="decimals">Their number of decimals.</param>
    /// <param name="most">How many bases to give.</param>
    public static IReadOnlyList<int> Bases(IReadOnlyList<decimal> percents, int decimals, int most)
    {
        var bases = new List<int>();
        for (var n = 1; bases.Count < most && n <= 100_000; n++)
        {
            var counts = percents.Select(percent => Counts(percent, decimals, n)).ToList();
            if (counts.TrueForAll(feasible => feasible.Count > 0)
                && counts.Sum(feasible => feasible[0]) <= n && counts.Sum(feasible => feasible[^1]) >= n)
            {
                bases.Add(n);
            }
        }

        return bases;
    }

    /// <summary>Half a unit of the last decimal.</summary>
    public static decimal Half(int decimals)
    {
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
        {
            unit /= 10;
        }

        return unit / 2;
    }
}
