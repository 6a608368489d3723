using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// How far each category's weighted count is from given shares, (N̂ᵢ − pᵢN̂) / √(pᵢN̂): Pearson's statistic is the sum of the
/// squares, and its distribution follows from their covariances (Rao and Scott 1981; <c>svygofchisq</c> in R's survey
/// package, with Satterthwaite's approximation).
/// </summary>
internal sealed class GoodnessOfFit(int[] codes, double[] shares) : IStatistic
{
    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var counts = new double[shares.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            if (codes[row] >= 0)
            {
                counts[codes[row]] += weights[row];
            }
        }

        var total = counts.Sum();
        return [.. counts.Select((count, i) => (count - (shares[i] * total)) / Math.Sqrt(shares[i] * total))];
    }

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var total = weights.Where((_, row) => codes[row] >= 0).Sum();
        return [.. shares.Select((share, i) =>
        {
            var column = new double[weights.Length];
            for (var row = 0; row < column.Length; row++)
            {
                // The derivative of the numerator, and that of √(pᵢN̂), which is half the residual over N̂.
                column[row] = codes[row] < 0
                    ? 0
                    : weights[row] * ((((codes[row] == i ? 1 : 0) - share) / Math.Sqrt(share * total)) - (values[i] / (2 * total)));
            }

            return column;
        })];
    }

    /// <summary>The test.</summary>
    /// <exception cref="SurveyException">The shares have no variance: weights or strata fix them.</exception>
    public static SignificanceTest Test(EstimateVector residuals)
    {
        var statistic = residuals.Values.Sum(value => value * value);
        var eigenvalues = Matrix<double>.Build.DenseOfArray(residuals.Covariance).Evd(Symmetricity.Symmetric).EigenValues;
        var (sum, squares) = (eigenvalues.Sum(value => value.Real), eigenvalues.Sum(value => value.Real * value.Real));
        if (sum < 1e-10)
        {
            throw new SurveyException(new Problem(
                "The shares have no sampling variance, and a test no meaning: the weights were fitted to them, or the strata fix them",
                Hint: "test before the weighting step, or another variable"));
        }

        // Satterthwaite: the multiple of a chi-square that has the mean and variance of Σλχ².
        var degrees = sum * sum / squares;
        return SignificanceTest.ChiSquare(TestMethod.GivenShares, statistic, degrees, statistic * sum / squares);
    }
}
