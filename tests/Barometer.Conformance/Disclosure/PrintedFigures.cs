namespace Barometer.Conformance.Disclosure;

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

/// <summary>What rounded figures with public weights tell about the counts of single strata.</summary>
internal sealed class WeightedShares
{
    private readonly int[] _respondents;
    private readonly decimal[] _weights;
    private readonly decimal _units;

    /// <summary>Takes the public design.</summary>
    /// <param name="units">The population units of each stratum.</param>
    /// <param name="respondents">The respondents of each stratum.</param>
    public WeightedShares(IReadOnlyList<int> units, IReadOnlyList<int> respondents)
    {
        _respondents = [.. respondents];
        _weights = [.. units.Zip(respondents, (unit, respondent) => (decimal)unit / respondent)];
        _units = units.Sum();
    }

    /// <summary>The weight of a respondent of each stratum.</summary>
    public IReadOnlyList<decimal> Weights => _weights;

    /// <summary>The counts by stratum that give a weighted percentage and, where there is one, an unweighted one.</summary>
    /// <param name="weighted">The weighted percentage as printed.</param>
    /// <param name="unweighted">The unweighted one, or null.</param>
    /// <param name="decimals">The decimals of both.</param>
    /// <param name="most">How many solutions to look for.</param>
    public IReadOnlyList<int[]> Counts(decimal weighted, decimal? unweighted, int decimals, int most = 1000)
    {
        var found = new List<int[]>();
        var half = RoundedShare.Half(decimals);
        var counts = new int[_respondents.Length];
        Search(0, 0, 0);
        return found;

        void Search(int stratum, decimal weight, int count)
        {
            if (found.Count == most)
            {
                return;
            }

            if (stratum < counts.Length)
            {
                for (counts[stratum] = 0; counts[stratum] <= _respondents[stratum]; counts[stratum]++)
                {
                    Search(stratum + 1, weight + (_weights[stratum] * counts[stratum]), count + counts[stratum]);
                }
            }
            else if (Math.Abs((100 * weight / _units) - weighted) <= half
                && (unweighted is not { } share || Math.Abs((100m * count / _respondents.Sum()) - share) <= half))
            {
                found.Add([.. counts]);
            }
        }
    }

    /// <summary>The counts of one stratum that a weighted total can stand for.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <param name="total">The weighted total as printed.</param>
    /// <param name="decimals">Its decimals.</param>
    public IReadOnlyList<int> Counts(int stratum, decimal total, int decimals) =>
        [.. Enumerable.Range(0, _respondents[stratum] + 1).Where(count => Math.Abs((count * _weights[stratum]) - total) <= RoundedShare.Half(decimals))];
}

/// <summary>What printed statistics of a small group on a rating scale tell about the single answers.</summary>
/// <param name="lowest">The lowest point of the scale.</param>
/// <param name="highest">The highest point of the scale.</param>
internal sealed class RatingScale(int lowest, int highest)
{
    /// <summary>The sets of answers, each ascending, that agree with what is printed.</summary>
    /// <param name="n">The number of respondents.</param>
    /// <param name="mean">The mean as printed.</param>
    /// <param name="deviation">The standard deviation (divisor n − 1) as printed, or null.</param>
    /// <param name="decimals">The decimals of both.</param>
    /// <param name="extremes">The smallest and the largest answer, or null.</param>
    public IReadOnlyList<int[]> Answers(int n, decimal mean, decimal? deviation, int decimals, (int Smallest, int Largest)? extremes)
    {
        var half = (double)RoundedShare.Half(decimals) + 1e-9;
        var found = new List<int[]>();
        var answers = new int[n];
        Fill(0, lowest);
        return found;

        void Fill(int at, int from)
        {
            if (at == n)
            {
                Check();
                return;
            }

            for (answers[at] = from; answers[at] <= highest; answers[at]++)
            {
                Fill(at + 1, answers[at]);
            }
        }

        void Check()
        {
            var average = answers.Average();
            var spread = Math.Sqrt(answers.Sum(answer => (answer - average) * (answer - average)) / (n - 1));
            if (Math.Abs(average - (double)mean) <= half
                && (deviation is not { } printed || Math.Abs(spread - (double)printed) <= half)
                && (extremes is not { } range || (answers[0] == range.Smallest && answers[^1] == range.Largest)))
            {
                found.Add([.. answers]);
            }
        }
    }
}
