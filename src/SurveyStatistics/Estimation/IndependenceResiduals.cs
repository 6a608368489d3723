namespace SurveyStatistics.Estimation;

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
