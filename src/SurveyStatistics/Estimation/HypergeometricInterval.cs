using MathNet.Numerics;

namespace SurveyStatistics.Estimation;

/// <summary>
/// The exact interval of a share in a finite population from a simple random sample drawn without replacement: all numbers K
/// of population units with the answer under which neither so few nor so many in the sample would be rarer than half the
/// error (Buonaccorsi 1987). What remains open after a census that not everybody answered.
/// </summary>
internal static class HypergeometricInterval
{
    /// <summary>The limits as shares of the population.</summary>
    /// <param name="count">The respondents with the answer.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="population">The number of population units.</param>
    /// <param name="level">The confidence level.</param>
    public static (double Lower, double Upper) Limits(int count, int respondents, int population, double level)
    {
        var tail = (1 - level) / 2;
        var (least, most) = (count, population - (respondents - count));

        // With more units that have the answer, as many in the sample become more likely, as few less likely.
        var lower = First(least, most, k => 1 - Below(count, respondents, population, k) > tail);
        var upper = First(least, most, k => !(Below(count + 1, respondents, population, k) > tail)) - 1;
        return (lower / (double)population, upper / (double)population);
    }

    // The first number for which the condition holds, from which on it does; one more than the last if it never does.
    private static int First(int low, int last, Func<int, bool> holds)
    {
        var high = last + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // The probability of fewer than `count` in the sample when k of the population have the answer.
    private static double Below(int count, int respondents, int population, int k)
    {
        var first = Math.Max(0, respondents - (population - k));
        var all = SpecialFunctions.BinomialLn(population, respondents);
        var sum = 0.0;
        for (var x = first; x < count && x <= k; x++)
        {
            sum += Math.Exp(SpecialFunctions.BinomialLn(k, x) + SpecialFunctions.BinomialLn(population - k, respondents - x) - all);
        }

        return sum;
    }
}
