namespace SurveyStatistics.Estimation;

/// <summary>
/// Ratios of weighted totals Σwy / Σwx, linearised as w (y − Rx) / Σwx. Means and shares are ratios to the weighted base;
/// totals have no denominator.
/// </summary>
/// <param name="ratios">For each ratio its numerator and denominator, zero outside its domain.</param>
internal sealed class Ratios(IReadOnlyList<RatioTerm> ratios) : IStatistic
{
    /// <summary>For each ratio its numerator and denominator.</summary>
    public IReadOnlyList<RatioTerm> Terms => ratios;

    /// <inheritdoc/>
    public bool[] InBase => [.. Enumerable.Range(0, ratios[0].Numerator.Length)
        .Select(row => ratios.Any(ratio => ratio.Numerator[row] != 0 || (ratio.Denominator is { } x && x[row] != 0)))];

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var values = new double[ratios.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Total(ratios[i].Numerator, weights) / (ratios[i].Denominator is { } x ? Total(x, weights) : 1);
        }

        return values;
    }

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var columns = new double[ratios.Count][];
        for (var i = 0; i < columns.Length; i++)
        {
            var (y, x) = (ratios[i].Numerator, ratios[i].Denominator);
            var total = x is null ? 1 : Total(x, weights);
            var column = new double[weights.Length];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = weights[row] * (x is null ? y[row] : y[row] - (values[i] * x[row])) / total;
            }

            columns[i] = column;
        }

        return columns;
    }

    /// <summary>The ratio of two variables' totals among the rows where <paramref name="rows"/> is 0.</summary>
    public static Estimate Among(DesignState state, Outcome outcome, IReadOnlyList<GroupValue> groups, int[] rows, double[] numerator, double[] denominator)
    {
        var variance = state.Variance.Value;
        RatioTerm Term() => new(Masked(rows, numerator), Masked(rows, denominator));
        var vector = variance.Estimate(new Ratios([Term()]));
        var bases = DomainStatistic.Means(variance, rows, 1, new RowNumbers(denominator))[0];
        var ratio = vector.Values[0];
        var residual = new double[rows.Length];
        var residuals = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            residual[row] = rows[row] == 0 ? numerator[row] - (ratio * denominator[row]) : 0;
            residuals += variance.Sample.Weights[row] * residual[row] * residual[row];
        }

        // The means of a table of the denominator: Σwx / Σw.
        var element = residuals / bases.Base / (bases.Value * bases.Value);
        var square = vector.Covariance[0, 0];
        var toSimple = square * bases.Respondents / element;
        var isFixed = FixedByDesign.Holds(variance, rows, 0, 0, new RowNumbers(residual), toSimple);
        var estimate = bases with { Value = ratio, Variance = isFixed ? FixedByDesign.Left(square, toSimple) : square, ElementVariance = element, IsFixed = isFixed };
        return TableBuilder.Labelled(state, Measure.Ratio, outcome, groups, estimate, new GroupRows(rows, 1).Members(0)) with { Source = EstimateSource.Of(state, Term) };
    }

    private static double[] Masked(int[] rows, double[] values) => [.. values.Select((value, row) => rows[row] == 0 ? value : 0)];

    private static double Total(double[] values, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        for (var row = 0; row < values.Length; row++)
        {
            total += values[row] * weights[row];
        }

        return total;
    }
}

/// <summary>One ratio of weighted totals.</summary>
/// <param name="Numerator">For each row its part of the numerator; zero outside the domain.</param>
/// <param name="Denominator">For each row its part of the denominator; zero outside the domain. Null for a total.</param>
internal sealed record RatioTerm(double[] Numerator, double[]? Denominator)
{
    /// <summary>The mean of a variable over the rows of a group.</summary>
    public static RatioTerm Mean<TValues>(int[] group, int one, TValues values)
        where TValues : struct, IRowValues => Of(group, one, values, isMean: true);

    /// <summary>The mean, or the total, of a variable over the rows of a group.</summary>
    public static RatioTerm Of<TValues>(int[] group, int one, TValues values, bool isMean)
        where TValues : struct, IRowValues
    {
        var (numerator, denominator) = (new double[group.Length], new double[group.Length]);
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] == one)
            {
                numerator[row] = values.At(row);
                denominator[row] = 1;
            }
        }

        return new RatioTerm(numerator, isMean ? denominator : null);
    }
}
