namespace SurveyStatistics.Estimation;

/// <summary>A quantile as a function of the weights, for variances by replication.</summary>
internal sealed class Quantiles : IStatistic
{
    private readonly double[] _values;
    private readonly int[] _rows;
    private readonly double _probability;
    private readonly QuantileRule _rule;

    /// <summary>The quantile among the rows where <paramref name="group"/> is 0; they are sorted once.</summary>
    public Quantiles(double[] values, int[] group, double probability, QuantileRule rule)
    {
        (_probability, _rule) = (probability, rule);
        _rows = [.. Enumerable.Range(0, group.Length).Where(row => group[row] == 0).OrderBy(row => values[row])];
        _values = Array.ConvertAll(_rows, row => values[row]);
    }

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var own = new double[_rows.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = weights[_rows[i]];
        }

        return [new WeightedDistribution(_values, own).Quantile(_probability, _rule)];
    }

    /// <summary>Quantiles are steps: they have no linearised variable.</summary>
    public double[][] Linearise(double[] weights, double[] values) =>
        throw new NotSupportedException("A quantile is linearised through its distribution function (Woodruff), not directly.");
}
