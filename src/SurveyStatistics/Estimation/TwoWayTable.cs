namespace SurveyStatistics.Estimation;

/// <summary>Two crossed categorical variables: the cells that rows are in, of categories that occur.</summary>
internal sealed class TwoWayTable
{
    private TwoWayTable(int[] cells, int rows, int columns) => (Cells, Rows, Columns) = (cells, rows, columns);

    /// <summary>For each row of the data its cell, the column varying fastest; −1 outside the base.</summary>
    public int[] Cells { get; }

    /// <summary>The number of row categories.</summary>
    public int Rows { get; }

    /// <summary>The number of column categories.</summary>
    public int Columns { get; }

    /// <summary>Crosses two variables, given for each row of the data as category numbers or −1.</summary>
    /// <exception cref="SurveyException">One of them does not vary.</exception>
    public static TwoWayTable Of(int[] rows, int[] columns)
    {
        var inBase = rows.Zip(columns, (row, column) => row >= 0 && column >= 0).ToArray();
        var (rowNumbers, columnNumbers) = (Numbers(rows, inBase), Numbers(columns, inBase));
        if (rowNumbers.Count < 2 || columnNumbers.Count < 2)
        {
            throw new SurveyException(new Problem(
                "Independence can't be tested: one of the variables does not vary in the domain", Expected: "two categories or more of each"));
        }

        var cells = rows.Zip(columns).Select((pair, i) => inBase[i] ? (rowNumbers[pair.First] * columnNumbers.Count) + columnNumbers[pair.Second] : -1);
        return new TwoWayTable([.. cells], rowNumbers.Count, columnNumbers.Count);
    }

    /// <summary>The shares of the cells, as a statistic.</summary>
    public IStatistic Shares()
    {
        var inBase = Array.ConvertAll(Cells, cell => cell < 0 ? -1 : 0);
        return new Ratios([.. Enumerable.Range(0, Rows * Columns).Select(cell => RatioTerm.Mean(inBase, 0, new CategoryIndicator(Cells, cell)))]);
    }

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
internal sealed class IndependenceResiduals(TwoWayTable table) : IStatistic
{
    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var (cells, rows, columns, total) = Totals(weights);
        return [.. Tested().Select(cell => cells[cell] - (rows[cell / table.Columns] * columns[cell % table.Columns] / total))];
    }

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var (_, rows, columns, total) = Totals(weights);
        return [.. Tested().Select(cell =>
        {
            var (i, j) = (cell / table.Columns, cell % table.Columns);
            var column = new double[weights.Length];
            for (var row = 0; row < column.Length; row++)
            {
                // The derivative of N̂ᵢⱼ − N̂ᵢ N̂ⱼ / N̂ by the weight of a row in the cell `own`.
                var own = table.Cells[row];
                column[row] = own < 0 ? 0 : weights[row] * ((own == cell ? 1 : 0)
                    - (own / table.Columns == i ? columns[j] / total : 0)
                    - (own % table.Columns == j ? rows[i] / total : 0)
                    + (rows[i] * columns[j] / (total * total)));
            }

            return column;
        })];
    }

    private IEnumerable<int> Tested() => Enumerable.Range(0, table.Rows * table.Columns)
        .Where(cell => cell / table.Columns > 0 && cell % table.Columns > 0);

    private (double[] Cells, double[] Rows, double[] Columns, double Total) Totals(ReadOnlySpan<double> weights)
    {
        var cells = new double[table.Rows * table.Columns];
        for (var row = 0; row < weights.Length; row++)
        {
            if (table.Cells[row] is var cell and >= 0)
            {
                cells[cell] += weights[row];
            }
        }

        var (rows, columns) = table.Margins(cells);
        return (cells, rows, columns, rows.Sum());
    }
}
