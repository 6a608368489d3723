using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>Which test of independence of two categorical variables.</summary>
public enum IndependenceTest
{
    /// <summary>
    /// Pearson's statistic with Rao and Scott's (1984) second-order correction, as an F test; the default, as in R.
    /// </summary>
    RaoScott = 0,

    /// <summary>Pearson's statistic with the first-order correction, as a chi-square test.</summary>
    RaoScottFirstOrder,

    /// <summary>
    /// Pearson's statistic against its own distribution, a sum of chi-squares, by a saddlepoint approximation (Kuonen 1999).
    /// </summary>
    Saddlepoint,

    /// <summary>Wald's test that all cells are as independence has them.</summary>
    Wald,

    /// <summary>Wald's test adjusted for few degrees of freedom (Fellegi 1980).</summary>
    AdjustedWald,
}

/// <summary>Tests of independence of the rows and columns of a table (<c>svychisq</c> in R's survey package).</summary>
internal static class Independence
{
    /// <summary>
    /// Rao and Scott's tests: under the design Pearson's X² is a sum of chi-squares with the generalised design effects δ as
    /// factors (Rao and Scott 1984).
    /// </summary>
    /// <param name="test">How X² is corrected.</param>
    /// <param name="table">The cells.</param>
    /// <param name="shares">Their estimated shares.</param>
    /// <param name="respondents">The number that X² is scaled to.</param>
    /// <param name="designDegrees">The design's degrees of freedom.</param>
    /// <exception cref="SurveyException">Too many cells are empty.</exception>
    public static SignificanceTest RaoScott(
        IndependenceTest test, TwoWayTable table, EstimateVector shares, int respondents, double designDegrees)
    {
        var pearson = Pearson(table, shares.Values, respondents);
        var deltas = DesignEffects(Contrasts(table, shares.Values), shares, respondents);
        if (test == IndependenceTest.RaoScottFirstOrder)
        {
            return SignificanceTest.ChiSquare(TestMethod.RaoScottFirstOrder, pearson, deltas.Length, pearson / deltas.Average());
        }

        // Satterthwaite: the F whose numerator has the mean and variance of Σδχ².
        var (sum, squares) = (deltas.Sum(), deltas.Sum(delta => delta * delta));
        var degrees = sum * sum / squares;
        return test == IndependenceTest.Saddlepoint
            ? new SignificanceTest(
                TestMethod.Saddlepoint,
                "X²",
                pearson,
                double.NaN,
                double.NaN,
                Distributions.ChiSquareSumUpperTail(pearson, deltas, sum * sum / squares * designDegrees))
            : SignificanceTest.F(TestMethod.RaoScott, pearson / sum, degrees, degrees * designDegrees);
    }

    /// <summary>Wald's test of residuals from independence against zero (Koch, Freeman and Freeman 1975).</summary>
    /// <param name="residuals">The residuals with their covariances.</param>
    /// <param name="designDegrees">The design's degrees of freedom.</param>
    /// <param name="adjusted">Whether F is adjusted for the number of cells (Fellegi 1980).</param>
    /// <exception cref="SurveyException">The residuals' covariances are singular.</exception>
    public static SignificanceTest Wald(EstimateVector residuals, double designDegrees, bool adjusted)
    {
        // An estimated covariance makes W Hotelling's T²: as F it loses a degree of freedom for each further cell.
        var cells = residuals.Count;
        var degrees = adjusted ? designDegrees - cells + 1 : designDegrees;
        TestConditions.RequireDegrees(degrees);
        var wald = residuals.Wald();
        var f = adjusted ? wald * degrees / (cells * designDegrees) : wald / cells;
        return SignificanceTest.F(adjusted ? TestMethod.AdjustedWald : TestMethod.Wald, f, cells, degrees);
    }

    private static double Pearson(TwoWayTable table, double[] shares, int respondents)
    {
        var (rows, columns) = table.Margins(shares);
        var pearson = 0.0;
        for (var cell = 0; cell < shares.Length; cell++)
        {
            var expected = rows[cell / table.Columns] * columns[cell % table.Columns];
            pearson += respondents * (shares[cell] - expected) * (shares[cell] - expected) / expected;
        }

        return pearson;
    }

    // D⁻¹C for contrasts C of interaction: each cell of the table less its row's and column's last, plus the last corner.
    private static Matrix<double> Contrasts(TwoWayTable table, double[] shares)
    {
        var contrasts = Matrix<double>.Build.Dense(shares.Length, (table.Rows - 1) * (table.Columns - 1));
        for (var i = 0; i < table.Rows - 1; i++)
        {
            for (var j = 0; j < table.Columns - 1; j++)
            {
                var column = (i * (table.Columns - 1)) + j;
                Set(i, j, column, 1);
                Set(i, table.Columns - 1, column, -1);
                Set(table.Rows - 1, j, column, -1);
                Set(table.Rows - 1, table.Columns - 1, column, 1);
            }
        }

        return contrasts;

        void Set(int row, int column, int contrast, double value)
        {
            // D has no inverse where a cell is empty: such a cell is left out of the contrasts.
            var cell = (row * table.Columns) + column;
            contrasts[cell, contrast] = shares[cell] == 0 ? 0 : value / shares[cell];
        }
    }

    // Generalised design effects, descending: the eigenvalues of (B′V₀B)⁻¹ B′VB, the covariance of linear combinations B of
    // shares under the design against V₀, that of a simple random sample.
    private static double[] DesignEffects(Matrix<double> combinations, EstimateVector shares, int respondents)
    {
        var variance = Matrix<double>.Build.DenseOfArray(shares.Covariance);
        var simple = Matrix<double>.Build.DenseOfDiagonalArray(shares.Values) / respondents;
        var (own, reference) = (Around(variance), Around(simple));
        try
        {
            // Symmetric by the Cholesky factor, so that the eigenvalues are real and accurate.
            var inverse = reference.Cholesky().Factor.Inverse();
            var values = (inverse * own * inverse.Transpose()).Evd(Symmetricity.Symmetric).EigenValues;
            return [.. values.Select(value => value.Real).OrderDescending()];
        }
        catch (ArgumentException)
        {
            throw new SurveyException(new Problem(
                "Independence can't be tested: too many cells are empty", Expected: "respondents in most cells", Hint: "merge categories"));
        }

        Matrix<double> Around(Matrix<double> matrix)
        {
            var product = combinations.TransposeThisAndMultiply(matrix) * combinations;
            return (product + product.Transpose()) / 2;
        }
    }
}

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
