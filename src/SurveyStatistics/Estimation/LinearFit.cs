namespace SurveyStatistics.Estimation;

/// <summary>
/// Weighted least squares of a variable on columns, as a statistic: slopes for t tests, trends and rank tests.
/// </summary>
/// <param name="columns">The columns of the predictors, zero outside the base.</param>
/// <param name="response">Gives the response of each row from the weights, which rank scores depend on.</param>
internal sealed class LinearFit(AuxiliaryMatrix columns, Func<double[], double[]> response) : IStatistic
{
    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights) => Solve(weights.ToArray(), response(weights.ToArray()), out _);

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var scores = response(weights);
        var coefficients = Solve(weights, scores, out var solver);
        var fitted = columns.Times(coefficients);
        return [.. Enumerable.Range(0, coefficients.Length).Select(i =>
        {
            var unit = new double[coefficients.Length];
            unit[i] = 1;
            var column = columns.Times(solver.Solve(unit));
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = column[row] == 0 ? 0 : column[row] * weights[row] * (scores[row] - fitted[row]);
            }

            return column;
        })];
    }

    private double[] Solve(double[] weights, double[] scores, out SymmetricSolver solver)
    {
        solver = new SymmetricSolver(columns.Gram(weights));
        var targets = new double[weights.Length];
        for (var row = 0; row < targets.Length; row++)
        {
            targets[row] = double.IsNaN(scores[row]) ? 0 : weights[row] * scores[row];
        }

        return solver.Solve(columns.Totalled(targets));
    }
}
