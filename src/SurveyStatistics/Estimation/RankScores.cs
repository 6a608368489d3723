namespace SurveyStatistics.Estimation;

/// <summary>
/// Estimated population mid-ranks as a share of the population, equal values having one rank (Lumley and Scott 2013;
/// <c>svyranktest</c> in R's survey package).
/// </summary>
internal static class RankScores
{
    /// <summary>The score of each row in the base; NaN outside.</summary>
    public static double[] Of(int[] inBase, double[] values, double[] weights)
    {
        var rows = Enumerable.Range(0, inBase.Length).Where(row => inBase[row] == 0).OrderBy(row => values[row]).ToArray();
        var scores = new double[inBase.Length];
        Array.Fill(scores, double.NaN);
        var (below, total) = (0.0, rows.Sum(row => weights[row]));
        for (var first = 0; first < rows.Length;)
        {
            // Tied rows get the plain mean of the mid-ranks they would have one after the other.
            var (last, sum) = (first, 0.0);
            for (; last < rows.Length && values[rows[last]] == values[rows[first]]; last++)
            {
                sum += below + (weights[rows[last]] / 2);
                below += weights[rows[last]];
            }

            for (var i = first; i < last; i++)
            {
                scores[rows[i]] = sum / (last - first) / total;
            }

            first = last;
        }

        return scores;
    }
}
