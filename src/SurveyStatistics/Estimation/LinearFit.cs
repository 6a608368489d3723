namespace SurveyStatistics.Estimation;

/// <summary>
/// Weighted least squares of a variable on columns, as a statistic: slopes for t tests, trends and rank tests.
/// </summary>
/// <param name="columns">The columns of the predictors, zero outside the base.</param>
/// <param name="response">Gives the response of each row from the weights, which rank scores depend on.</param>
internal sealed class LinearFit(AuxiliaryMatrix columns, Func<double[], double[]> response) : IStatistic
{
    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights) => Solve(weights.ToArray(), response(weights.ToArray()), out _).Coefficients;

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var scores = response(weights);
        var fitted = Solve(weights, scores, out var equations).Rows();
        return [.. Enumerable.Range(0, values.Length).Select(i =>
        {
            // The influence on coefficient i is row i of (X′WX)⁻¹ times x w (y − ŷ).
            var column = equations.Influence(i);
            for (var row = 0; row < column.Length; row++)
            {
                // Zero outside the base, where the score is no number.
                column[row] = column[row] == 0 ? 0 : column[row] * weights[row] * (scores[row] - fitted[row]);
            }

            return column;
        })];
    }

    /// <summary>
    /// Estimated population mid-ranks as a share of the population, equal values having one rank (Lumley and Scott 2013;
    /// <c>svyranktest</c> in R's survey package): the score of each row in the base, NaN outside.
    /// </summary>
    public static double[] MidRanks(int[] inBase, double[] values, double[] weights)
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

    private LinearCombination Solve(double[] weights, double[] scores, out LeastSquares equations)
    {
        equations = new LeastSquares(columns, weights);
        var targets = new double[weights.Length];
        for (var row = 0; row < targets.Length; row++)
        {
            targets[row] = double.IsNaN(scores[row]) ? 0 : weights[row] * scores[row];
        }

        return equations.Solve(targets);
    }
}
