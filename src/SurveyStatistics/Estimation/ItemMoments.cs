using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Functions of the means and the covariance matrix S of items, with the influence of each respondent (the delta method):
/// w/W (x − m) of a mean, w/W (n/(n − 1) (x − m)(x − m)′ − S) of the covariances, as <c>svyvar</c> in R's survey package has them.
/// </summary>
/// <param name="rows">The rows in the base, ascending.</param>
/// <param name="scores">For each item its number in every row of the data.</param>
/// <param name="functions">The functions.</param>
internal sealed class ItemMoments(int[] rows, double[][] scores, Func<Vector<double>, Matrix<double>, IReadOnlyList<MomentFunction>> functions) : IStatistic
{
    /// <inheritdoc/>
    public bool[] InBase
    {
        get
        {
            var inBase = new bool[scores[0].Length];
            foreach (var row in rows)
            {
                inBase[row] = true;
            }

            return inBase;
        }
    }

    // As in R, the covariances are those of a sample: n − 1 of the respondents in the denominator.
    private double Correction => rows.Length / (rows.Length - 1.0);

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var (means, covariances, _) = Of(weights);
        return [.. functions(means, covariances).Select(one => one.Value)];
    }

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var (means, covariances, sum) = Of(weights);
        return [.. functions(means, covariances).Select(function =>
        {
            // A derivative for each pair once; most functions are of few of them.
            var pairs = new List<(int I, int J, double Derivative)>();
            for (var i = 0; i < scores.Length; i++)
            {
                for (var j = 0; function.ByCovariances is { } derivative && j <= i; j++)
                {
                    pairs.Add((i, j, i == j ? derivative[i, i] : derivative[i, j] + derivative[j, i]));
                }
            }

            pairs.RemoveAll(pair => pair.Derivative == 0);
            var centre = pairs.Sum(pair => pair.Derivative * covariances[pair.I, pair.J]);
            var column = new double[weights.Length];
            foreach (var row in rows)
            {
                var influence = function.ByMean is { } item ? scores[item][row] - means[item] : 0;
                foreach (var (i, j, derivative) in pairs)
                {
                    influence += derivative * Correction * (scores[i][row] - means[i]) * (scores[j][row] - means[j]);
                }

                column[row] = weights[row] / sum * (influence - centre);
            }

            return column;
        })];
    }

    private (Vector<double> Means, Matrix<double> Covariances, double Sum) Of(ReadOnlySpan<double> weights)
    {
        var (sum, means) = (0.0, Vector<double>.Build.Dense(scores.Length));
        foreach (var row in rows)
        {
            sum += weights[row];
            for (var i = 0; i < scores.Length; i++)
            {
                means[i] += weights[row] * scores[i][row];
            }
        }

        means /= sum;
        var covariances = Matrix<double>.Build.Dense(scores.Length, scores.Length);
        foreach (var row in rows)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var part = weights[row] * (scores[i][row] - means[i]);
                for (var j = 0; j <= i; j++)
                {
                    covariances[i, j] += part * (scores[j][row] - means[j]);
                }
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariances[i, j] *= Correction / sum;
                covariances[j, i] = covariances[i, j];
            }
        }

        return (means, covariances, sum);
    }
}

/// <summary>A function of items' moments.</summary>
/// <param name="Value">Its value; NaN where it isn't defined, as the correlation with an item that does not vary.</param>
/// <param name="ByMean">The item whose mean it is, or null.</param>
/// <param name="ByCovariances">Its derivative D by the covariances: it changes by Σᵢⱼ Dᵢⱼ dSᵢⱼ. Null when it has none.</param>
internal sealed record MomentFunction(double Value, int? ByMean, Matrix<double>? ByCovariances)
{
    /// <summary>The mean of each item.</summary>
    public static IReadOnlyList<MomentFunction> Means(Vector<double> means, Matrix<double> covariances) =>
        [.. means.Select((mean, i) => new MomentFunction(mean, i, null))];

    /// <summary>The standard deviation of each item.</summary>
    public static IReadOnlyList<MomentFunction> Deviations(Vector<double> means, Matrix<double> covariances) => [.. means.Select((_, i) =>
    {
        var derivative = Zero(covariances);
        derivative[i, i] = 1 / (2 * Math.Sqrt(covariances[i, i]));
        return new MomentFunction(Math.Sqrt(covariances[i, i]), null, derivative);
    })];

    /// <summary>The correlation of each pair of items: of the second with the first, of the third with the first and the second, and so on.</summary>
    public static IReadOnlyList<MomentFunction> Correlations(Vector<double> means, Matrix<double> covariances) =>
        [.. Pairs(means.Count).Select(pair => Correlation(covariances, Unit(means.Count, pair.First), Unit(means.Count, pair.Second)))];

    /// <summary>The correlation of each item with the sum of the others.</summary>
    public static IReadOnlyList<MomentFunction> WithRest(Vector<double> means, Matrix<double> covariances) =>
        [.. means.Select((_, i) => Correlation(covariances, Unit(means.Count, i), 1 - Unit(means.Count, i)))];

    /// <summary>Cronbach's (1951) alpha, k/(k − 1) (1 − tr S / Σᵢⱼ Sᵢⱼ).</summary>
    public static IReadOnlyList<MomentFunction> Alpha(Vector<double> means, Matrix<double> covariances)
    {
        var (factor, trace, total) = (means.Count / (means.Count - 1.0), covariances.Trace(), covariances.RowSums().Sum());
        var derivative = covariances.MapIndexed((i, j, _) => factor * ((trace / (total * total)) - (i == j ? 1 / total : 0)));
        return [new MomentFunction(factor * (1 - (trace / total)), null, derivative)];
    }

    /// <summary>
    /// McDonald's (1999) omega of the sum of the items, (Σ sᵢλᵢ)² / ((Σ sᵢλᵢ)² + Σ sᵢ²ψᵢ), with standard deviations s, and
    /// loadings λ and uniquenesses ψ of one factor behind the correlations (<see cref="OneFactor"/>).
    /// </summary>
    public static IReadOnlyList<MomentFunction> Omega(Vector<double> means, Matrix<double> covariances)
    {
        var deviations = covariances.Diagonal().Map(Math.Sqrt);
        var correlations = covariances.MapIndexed((i, j, value) => i == j ? 1 : value / (deviations[i] * deviations[j]));
        if (correlations.Exists(one => !double.IsFinite(one)) || OneFactor.Of(correlations) is not { } factor)
        {
            return [new MomentFunction(double.NaN, null, null)];
        }

        var common = deviations.DotProduct(factor.Loadings);
        var unique = deviations.PointwiseMultiply(deviations).DotProduct(factor.Uniquenesses);
        var (square, all) = (common * common, (common * common) + unique);
        var (byCommon, byUnique) = (2 * common * unique / (all * all), -square / (all * all));
        var byDeviations = (byCommon * factor.Loadings) + (2 * byUnique * deviations.PointwiseMultiply(factor.Uniquenesses));
        var byCorrelations = factor.Derivative(byCommon * deviations, byUnique * deviations.PointwiseMultiply(deviations));
        var derivative = Zero(covariances);
        for (var i = 0; i < means.Count; i++)
        {
            derivative[i, i] += byDeviations[i] / (2 * deviations[i]);
            for (var j = 0; j < means.Count; j++)
            {
                // dRᵢⱼ = dSᵢⱼ / (sᵢsⱼ) − ½ Rᵢⱼ (dSᵢᵢ / Sᵢᵢ + dSⱼⱼ / Sⱼⱼ) off the diagonal, on which R doesn't change.
                if (i != j)
                {
                    derivative[i, j] += byCorrelations[i, j] / (deviations[i] * deviations[j]);
                    derivative[i, i] -= byCorrelations[i, j] * correlations[i, j] / covariances[i, i];
                }
            }
        }

        return [new MomentFunction(square / all, null, derivative)];
    }

    /// <summary>The pairs that <see cref="Correlations"/> are of, in order.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(int items) =>
        Enumerable.Range(0, items).SelectMany(second => Enumerable.Range(0, second).Select(first => (first, second)));

    // Of two sums of items a′x and b′x: r = a′Sb / √(a′Sa · b′Sb).
    private static MomentFunction Correlation(Matrix<double> covariances, Vector<double> a, Vector<double> b)
    {
        var (first, second, both) = (a * covariances * a, b * covariances * b, a * covariances * b);
        var root = Math.Sqrt(first * second);
        if (!(root > 0))
        {
            return new MomentFunction(double.NaN, null, null);
        }

        var value = both / root;
        return new MomentFunction(value, null, (a.OuterProduct(b) / root) - (a.OuterProduct(a) * (value / (2 * first))) - (b.OuterProduct(b) * (value / (2 * second))));
    }

    private static Vector<double> Unit(int length, int index) => Vector<double>.Build.Dense(length, i => i == index ? 1 : 0);

    private static Matrix<double> Zero(Matrix<double> like) => Matrix<double>.Build.Dense(like.RowCount, like.ColumnCount);
}
