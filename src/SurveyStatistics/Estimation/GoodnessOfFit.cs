using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// How far each category's weighted count is from given shares, (N̂ᵢ − pᵢN̂) / √(pᵢN̂): Pearson's statistic is the sum of the
/// squares, and its distribution follows from their covariances (Rao and Scott 1981; <c>svygofchisq</c> in R's survey
/// package, with Satterthwaite's approximation).
/// </summary>
internal sealed class GoodnessOfFit(int[] codes, double[] shares) : ICellStatistic
{
    /// <inheritdoc/>
    public int[] Cells => codes;

    /// <inheritdoc/>
    public int Count => shares.Length;

    /// <inheritdoc/>
    public double[] Evaluate(double[] counts)
    {
        var total = counts.Sum();
        return [.. counts.Select((count, i) => (count - (shares[i] * total)) / Math.Sqrt(shares[i] * total))];
    }

    /// <inheritdoc/>
    public Matrix<double> Derivatives(double[] counts)
    {
        var (total, values) = (counts.Sum(), Evaluate(counts));

        // The derivative of the numerator, and that of √(pᵢN̂), which is half the residual over N̂.
        return Matrix<double>.Build.Dense(Count, Count, (i, cell) =>
            (((cell == i ? 1 : 0) - shares[i]) / Math.Sqrt(shares[i] * total)) - (values[i] / (2 * total)));
    }

    /// <summary>The test.</summary>
    public static SignificanceTest Test(EstimateVector residuals)
    {
        var statistic = residuals.Values.Sum(value => value * value);
        var eigenvalues = Matrix<double>.Build.DenseOfArray(residuals.Covariance).Evd(Symmetricity.Symmetric).EigenValues;
        var (sum, squares) = (eigenvalues.Sum(value => value.Real), eigenvalues.Sum(value => value.Real * value.Real));
        // Satterthwaite: the multiple of a chi-square that has the mean and variance of Σλχ².
        var degrees = sum * sum / squares;
        return SignificanceTest.ChiSquare(TestMethod.GivenShares, statistic, degrees, statistic * sum / squares);
    }
}
