using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>Two crossed categorical variables: the cells that rows are in, of categories that occur.</summary>
internal sealed class TwoWayTable
{
    // The test takes memory for each pair of cells, and time for each triple.
    private const int MostCells = 4000;

    private TwoWayTable(int[] cells, int rows, int columns) => (Cells, Rows, Columns) = (cells, rows, columns);

    /// <summary>For each row of the data its cell, the column varying fastest; −1 outside the base.</summary>
    public int[] Cells { get; }

    /// <summary>The number of row categories.</summary>
    public int Rows { get; }

    /// <summary>The number of column categories.</summary>
    public int Columns { get; }

    /// <summary>Crosses two variables, given for each row of the data as category numbers or −1.</summary>
    /// <exception cref="SurveyException">One of them does not vary, both are the same, or there are too many cells.</exception>
    public static TwoWayTable Of(int[] rows, int[] columns)
    {
        var inBase = rows.Zip(columns, (row, column) => row >= 0 && column >= 0).ToArray();
        var (rowNumbers, columnNumbers) = (Numbers(rows, inBase), Numbers(columns, inBase));
        if (rowNumbers.Count < 2 || columnNumbers.Count < 2)
        {
            throw new SurveyException(new Problem(
                "Independence can't be tested: one of the variables does not vary in the domain", Expected: "two categories or more of each"));
        }

        var pairs = rows.Zip(columns).Where((_, i) => inBase[i]).ToHashSet();
        if (pairs.Count == rowNumbers.Count && pairs.Count == columnNumbers.Count)
        {
            throw new SurveyException(new Problem(
                "Independence can't be tested: the two variables are the same, as each category of one goes with one of the other",
                Expected: "two different variables"));
        }

        if ((long)rowNumbers.Count * columnNumbers.Count > MostCells)
        {
            throw new SurveyException(new Problem(
                FormattableString.Invariant($"Independence can't be tested: the variables have {(long)rowNumbers.Count * columnNumbers.Count} cells"),
                Expected: FormattableString.Invariant($"at most {MostCells}"),
                Hint: "merge categories"));
        }

        var cells = rows.Zip(columns).Select((pair, i) => inBase[i] ? (rowNumbers[pair.First] * columnNumbers.Count) + columnNumbers[pair.Second] : -1);
        return new TwoWayTable([.. cells], rowNumbers.Count, columnNumbers.Count);
    }

    /// <summary>The shares of the cells, as a statistic.</summary>
    public ICellStatistic Shares() => new CellShares(Cells, Rows * Columns);

    /// <summary>The marginal shares of rows and columns.</summary>
    public (double[] Rows, double[] Columns) Margins(double[] shares)
    {
        var (rows, columns) = (new double[Rows], new double[Columns]);
        for (var cell = 0; cell < shares.Length; cell++)
        {
            rows[cell / Columns] += shares[cell];
            columns[cell % Columns] += shares[cell];
        }

        return (rows, columns);
    }

    private static Dictionary<int, int> Numbers(int[] codes, bool[] inBase) => codes
        .Where((_, i) => inBase[i]).Distinct().Order().Select((code, number) => (code, number)).ToDictionary(pair => pair.code, pair => pair.number);
}

/// <summary>
/// How far the weighted count of each cell but those of the first row and column is from independence,
/// N̂ᵢⱼ − N̂ᵢ N̂ⱼ / N̂: what Wald's test of independence holds against zero.
/// </summary>
internal sealed class IndependenceResiduals(TwoWayTable table) : ICellStatistic
{
    /// <inheritdoc/>
    public int[] Cells => table.Cells;

    /// <inheritdoc/>
    public int Count => table.Rows * table.Columns;

    /// <inheritdoc/>
    public double[] Evaluate(double[] counts)
    {
        var (rows, columns) = table.Margins(counts);
        var total = rows.Sum();
        return [.. Tested().Select(cell => counts[cell] - (rows[cell / table.Columns] * columns[cell % table.Columns] / total))];
    }

    /// <inheritdoc/>
    public Matrix<double> Derivatives(double[] counts)
    {
        var (rows, columns) = table.Margins(counts);
        var total = rows.Sum();
        int[] tested = [.. Tested()];
        return Matrix<double>.Build.Dense(tested.Length, Count, (one, own) =>
        {
            // That of N̂ᵢⱼ − N̂ᵢ N̂ⱼ / N̂ by the count of the cell `own`.
            var (cell, i, j) = (tested[one], tested[one] / table.Columns, tested[one] % table.Columns);
            return (own == cell ? 1 : 0)
                - (own / table.Columns == i ? columns[j] / total : 0)
                - (own % table.Columns == j ? rows[i] / total : 0)
                + (rows[i] * columns[j] / (total * total));
        });
    }

    private IEnumerable<int> Tested() => Enumerable.Range(0, Count).Where(cell => cell / table.Columns > 0 && cell % table.Columns > 0);
}
