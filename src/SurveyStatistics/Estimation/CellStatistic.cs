using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

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
