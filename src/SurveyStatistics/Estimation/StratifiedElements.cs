namespace SurveyStatistics.Estimation;

/// <summary>
/// The Taylor variance of respondents sampled directly from strata, without calibration: all groups of a table in one pass
/// over the rows, as deviations from the stratum's mean, which the sums already give; an indicator's without a pass.
/// </summary>
internal static class StratifiedElements
{
    /// <summary>The variance of each group's mean or total.</summary>
    /// <param name="sample">The design.</param>
    /// <param name="factors">For each stratum (1 − f) n / (n − 1).</param>
    /// <param name="centred">For each stratum whether deviations are from its mean.</param>
    /// <param name="group">For each row its group, or −1 outside the base.</param>
    /// <param name="sums">Respondents, weights and totals of each stratum and group.</param>
    /// <param name="linear">The groups' linearisations.</param>
    /// <param name="values">The variable.</param>
    public static double[] Variances<TValues>(
        WeightedSample sample, double[] factors, bool[] centred, int[] group, StratumSums sums, Linearisation[] linear, TValues values)
        where TValues : struct, IRowValues
    {
        var (stage, groups) = (sample.Stages[0], linear.Length);
        var means = sums.Means(linear, centred);
        var squares = TValues.IsIndicator ? OfIndicator(sums, linear, means) : OfNumbers(sample, group, linear, means, values);
        var variances = new double[groups];
        for (var cell = 0; cell < squares.Length; cell++)
        {
            var outside = stage.SampledUnits[cell / groups] - sums.Cells[cell].Respondents;
            variances[cell % groups] += factors[cell / groups] * (squares[cell] + (outside * means[cell] * means[cell]));
        }

        return variances;
    }

    private static double[] OfIndicator(StratumSums sums, Linearisation[] linear, double[] means)
    {
        var squares = new double[means.Length];
        for (var cell = 0; cell < squares.Length; cell++)
        {
            squares[cell] = sums.Cells[cell].SquaredDeviations(linear[cell % linear.Length], means[cell]);
        }

        return squares;
    }

    private static double[] OfNumbers<TValues>(WeightedSample sample, int[] group, Linearisation[] linear, double[] means, TValues values)
        where TValues : struct, IRowValues
    {
        var (weights, strata) = (sample.Weights, sample.Stages[0].Stratum);
        var squares = new double[means.Length];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                var cell = (strata[row] * linear.Length) + g;
                var deviation = (weights[row] * (values.At(row) - linear[g].Centre) * linear[g].Scale) - means[cell];
                squares[cell] += deviation * deviation;
            }
        }

        return squares;
    }
}
