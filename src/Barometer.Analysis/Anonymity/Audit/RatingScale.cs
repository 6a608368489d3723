namespace Barometer.Analysis.Anonymity.Audit;

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
