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
        foreach (var column in columns)
        {
            Project(column);
        }

        return new EstimateVector(values, OfTotals(columns));
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
            variances[g] = OfTotals([column])[0, 0];
        }

        return variances;
    }

    /// <summary>The covariance matrix of totals of weighted linearised variables, one value a row each.</summary>
    protected abstract double[,] OfTotals(double[][] columns);

    private void Project(double[] column)
    {
        foreach (var projection in Sample.Projections)
        {
            projection.Project(column);
        }
    }
}
