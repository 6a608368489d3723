using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Variance by linearisation: of the total of weight × influence under the design, after the residuals that calibrations
/// leave have taken the influence's place.
/// </summary>
internal abstract class LinearisedVariance(WeightedSample sample) : VarianceEstimator(sample)
{
    /// <inheritdoc/>
    public override EstimateVector Estimate(IStatistic statistic)
    {
        var values = statistic.Evaluate(Sample.Weights);
        var columns = statistic.Linearise(Sample.Weights, values);
        var inBase = NeedsBase ? statistic.InBase ?? WithInfluence(columns) : null;
        foreach (var column in columns)
        {
            Project(column);
        }

        return new EstimateVector(values, OfTotals(columns, inBase));
    }

    /// <inheritdoc/>
    public override EstimateVector Estimate(ICellStatistic statistic)
    {
        var counts = new double[statistic.Count];
        for (var row = 0; row < statistic.Cells.Length; row++)
        {
            if (statistic.Cells[row] is var cell and >= 0)
            {
                counts[cell] += Sample.Weights[row];
            }
        }

        var derivatives = statistic.Derivatives(counts);
        return new EstimateVector(statistic.Evaluate(counts), (derivatives * OfCells(statistic.Cells, statistic.Count) * derivatives.Transpose()).ToArray());
    }

    /// <inheritdoc/>
    public override double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean)
    {
        var variances = new double[linear.Length];
        var column = new double[group.Length];
        for (var g = 0; g < variances.Length; g++)
        {
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = group[row] == g ? Sample.Weights[row] * (values.At(row) - linear[g].Centre) * linear[g].Scale : 0;
            }

            Project(column);
            variances[g] = OfTotals([column], NeedsBase ? Array.ConvertAll(group, one => one == g) : null)[0, 0];
        }

        return variances;
    }

    /// <summary>Whether the variance depends on which strata have somebody in the base.</summary>
    protected virtual bool NeedsBase => false;

    /// <summary>The covariance matrix of totals of weighted linearised variables, one value a row each.</summary>
    /// <param name="columns">The variables.</param>
    /// <param name="inBase">For each row whether it is in the base; null for all rows.</param>
    protected abstract double[,] OfTotals(double[][] columns, bool[]? inBase);

    /// <summary>The covariance matrix of the weighted counts of cells.</summary>
    /// <param name="cells">For each row its cell, or −1.</param>
    /// <param name="count">The number of cells.</param>
    protected virtual Matrix<double> OfCells(int[] cells, int count)
    {
        double[][] columns = [.. Enumerable.Range(0, count).Select(one => cells.Select((cell, row) => cell == one ? Sample.Weights[row] : 0).ToArray())];
        foreach (var column in columns)
        {
            Project(column);
        }

        return Matrix<double>.Build.DenseOfArray(OfTotals(columns, Array.ConvertAll(cells, cell => cell >= 0)));
    }

    private static bool[] WithInfluence(double[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(row => Array.Exists(columns, column => column[row] != 0))];

    private void Project(double[] column)
    {
        foreach (var projection in Sample.Projections)
        {
            projection.Project(column);
        }
    }
}

/// <summary>
/// Numbers that follow from the weighted counts of disjoint cells, such as the shares of a table: known as functions of the counts, not of the
/// rows, so that of a large table nothing is kept for each row.
/// </summary>
internal interface ICellStatistic
{
    /// <summary>For each row of the data its cell, or −1 outside the base.</summary>
    int[] Cells { get; }

    /// <summary>The number of cells.</summary>
    int Count { get; }

    /// <summary>The numbers at some weighted counts.</summary>
    double[] Evaluate(double[] counts);

    /// <summary>For each number its derivative by each count.</summary>
    Matrix<double> Derivatives(double[] counts);
}

/// <summary>The share of each cell.</summary>
/// <param name="cells">For each row its cell, or −1 outside the base.</param>
/// <param name="count">The number of cells.</param>
internal sealed class CellShares(int[] cells, int count) : ICellStatistic
{
    /// <inheritdoc/>
    public int[] Cells => cells;

    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public double[] Evaluate(double[] counts)
    {
        var total = counts.Sum();
        return Array.ConvertAll(counts, one => one / total);
    }

    /// <inheritdoc/>
    public Matrix<double> Derivatives(double[] counts)
    {
        var total = counts.Sum();
        return Matrix<double>.Build.Dense(count, count, (share, cell) => ((share == cell ? 1 : 0) - (counts[share] / total)) / total);
    }
}
