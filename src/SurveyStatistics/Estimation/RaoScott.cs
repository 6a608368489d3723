using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Rao and Scott's tests of independence: under the design Pearson's X² is a sum of chi-squares with the generalised design
/// effects δ as factors, the eigenvalues of the covariance of the interaction contrasts against that of a simple random
/// sample (Rao and Scott 1984; <c>svychisq</c> in R's survey package).
/// </summary>
internal static class RaoScott
{
    /// <summary>Pearson's statistic and the δ.</summary>
    /// <param name="table">The cells.</param>
    /// <param name="shares">Their estimated shares.</param>
    /// <param name="respondents">The number that X² is scaled to.</param>
    public static (double Pearson, double[] Deltas) Of(TwoWayTable table, EstimateVector shares, int respondents)
    {
        var (rows, columns) = table.Margins(shares.Values);
        var pearson = 0.0;
        for (var cell = 0; cell < shares.Count; cell++)
        {
            var expected = rows[cell / table.Columns] * columns[cell % table.Columns];
            pearson += respondents * (shares.Values[cell] - expected) * (shares.Values[cell] - expected) / expected;
        }

        return (pearson, GeneralisedEffects.Of(Contrasts(table, shares.Values), shares, respondents));
    }

    /// <summary>The second-order F test.</summary>
    public static SignificanceTest SecondOrder(double pearson, double[] deltas, double designDegrees)
    {
        var (sum, squares) = (deltas.Sum(), deltas.Sum(delta => delta * delta));
        var degrees = sum * sum / squares;
        var f = pearson / sum;
        return new SignificanceTest(
            TestMethod.RaoScott,
            "F",
            f,
            degrees,
            degrees * designDegrees,
            Distributions.FUpperTail(f, degrees, degrees * designDegrees));
    }

    /// <summary>The first-order chi-square test.</summary>
    public static SignificanceTest FirstOrder(double pearson, double[] deltas) => new(
        TestMethod.RaoScottFirstOrder,
        "X²",
        pearson,
        deltas.Length,
        double.PositiveInfinity,
        Distributions.ChiSquareUpperTail(pearson / deltas.Average(), deltas.Length));

    /// <summary>The test against the sum of chi-squares itself.</summary>
    public static SignificanceTest Saddlepoint(double pearson, double[] deltas, double designDegrees)
    {
        var (sum, squares) = (deltas.Sum(), deltas.Sum(delta => delta * delta));
        return new SignificanceTest(
            TestMethod.Saddlepoint,
            "X²",
            pearson,
            double.NaN,
            double.NaN,
            ChiSquareSum.UpperTail(pearson, deltas, sum * sum / squares * designDegrees));
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
            var cell = (row * table.Columns) + column;
            contrasts[cell, contrast] = shares[cell] == 0 ? 0 : value / shares[cell];
        }
    }
}
