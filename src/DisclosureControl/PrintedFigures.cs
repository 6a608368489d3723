namespace DisclosureControl;

/// <summary>
/// What a printed figure tells of the numbers behind it, by trying them all: a percentage with its base is a count, a
/// percentage with its limits is a count and a base, a mean and a deviation of few answers are the answers.
/// </summary>
/// <remarks>A figure that lies exactly between two printed ones counts as either, since a reader doesn't know how halves are rounded.</remarks>
public static class PrintedFigures
{
    // Standard normal, 97.5 %.
    private const double Quantile = 1.959963984540054;
    private const double Near = 1e-9;
    private const int MostRespondents = 100_000;

    /// <summary>The counts out of a base that a percentage can stand for.</summary>
    /// <param name="percent">The percentage as printed.</param>
    /// <param name="decimals">Its number of decimals.</param>
    /// <param name="size">The base.</param>
    public static IReadOnlyList<int> Counts(decimal percent, int decimals, int size)
    {
        var half = Half(decimals);
        var lowest = (int)Math.Max(0, Math.Ceiling((percent - half) * size / 100));
        var highest = (int)Math.Min(size, Math.Floor((percent + half) * size / 100));
        return lowest > highest ? [] : [.. Enumerable.Range(lowest, highest - lowest + 1)];
    }

    /// <summary>The smallest bases that percentages of the same base can have, when they are all the answers there are.</summary>
    /// <param name="percents">The percentages as printed.</param>
    /// <param name="decimals">Their number of decimals.</param>
    /// <param name="most">How many bases to give.</param>
    public static IReadOnlyList<int> Bases(IReadOnlyList<decimal> percents, int decimals, int most)
    {
        ArgumentNullException.ThrowIfNull(percents);
        var bases = new List<int>();
        for (var size = 1; bases.Count < most && size <= MostRespondents; size++)
        {
            var counts = percents.Select(percent => Counts(percent, decimals, size)).ToList();
            if (counts.TrueForAll(feasible => feasible.Count > 0)
                && counts.Sum(feasible => feasible[0]) <= size && counts.Sum(feasible => feasible[^1]) >= size)
            {
                bases.Add(size);
            }
        }

        return bases;
    }

    /// <summary>
    /// The counts and bases that a percentage with the half width of its 95 % interval can stand for, when the interval is that of
    /// a simple random sample: 1.96 √(p(1−p)/n · (1−n/N)). To hide the base hides nothing then.
    /// </summary>
    /// <param name="percent">The percentage as printed.</param>
    /// <param name="halfWidth">The half width as printed, in percentage points.</param>
    /// <param name="decimals">The decimals of both.</param>
    /// <param name="population">How many units there are, which is known.</param>
    /// <returns>The pairs with a base of two at least, the smallest base first.</returns>
    public static IReadOnlyList<(int Count, int Base)> CountsAndBases(decimal percent, decimal halfWidth, int decimals, int population)
    {
        var half = (double)Half(decimals) + Near;
        return
        [
            .. Enumerable.Range(2, Math.Max(0, population - 1))
                .SelectMany(size => Counts(percent, decimals, size).Select(count => (Count: count, Base: size)))
                .Where(one => Math.Abs(HalfWidth(one.Count, one.Base, population) - (double)halfWidth) <= half),
        ];
    }

    /// <summary>The sets of answers on a rating scale, each ascending, that agree with what is printed of them.</summary>
    /// <param name="scale">The lowest and the highest point of the scale.</param>
    /// <param name="size">The number of respondents.</param>
    /// <param name="mean">The mean as printed.</param>
    /// <param name="deviation">The standard deviation (divisor n − 1) as printed, or null.</param>
    /// <param name="decimals">The decimals of both.</param>
    /// <param name="extremes">The smallest and the largest answer, or null.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Answers(
        (int Lowest, int Highest) scale, int size, decimal mean, decimal? deviation, int decimals, (int Smallest, int Largest)? extremes)
    {
        var half = (double)Half(decimals) + Near;
        var found = new List<IReadOnlyList<int>>();
        var answers = new int[size];
        Fill(0, scale.Lowest);
        return found;

        void Fill(int at, int from)
        {
            if (at == size)
            {
                Check();
                return;
            }

            for (answers[at] = from; answers[at] <= scale.Highest; answers[at]++)
            {
                Fill(at + 1, answers[at]);
            }
        }

        void Check()
        {
            var average = answers.Average();
            var spread = Math.Sqrt(answers.Sum(answer => (answer - average) * (answer - average)) / (size - 1));
            if (Math.Abs(average - (double)mean) <= half
                && (deviation is not { } printed || Math.Abs(spread - (double)printed) <= half)
                && (extremes is not { } range || (answers[0] == range.Smallest && answers[^1] == range.Largest)))
            {
                found.Add([.. answers]);
            }
        }
    }

    private static double HalfWidth(int count, int size, int population)
    {
        var share = (double)count / size;
        return 100 * Quantile * Math.Sqrt(share * (1 - share) / size * (1 - ((double)size / population)));
    }

    /// <summary>Half a unit of the last decimal.</summary>
    private static decimal Half(int decimals) => new(5, 0, 0, false, (byte)(decimals + 1));
}
