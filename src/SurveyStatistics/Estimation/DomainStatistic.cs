namespace SurveyStatistics.Estimation;

/// <summary>
/// Means or totals of one variable in disjoint groups, each a domain of the whole design: rows outside a group stay in
/// its strata with the value zero, so that the group's random size is part of the variance (Särndal, Swensson and
/// Wretman 1992, 10.3; <c>svyby</c> in R's survey package). A mean is linearised as the ratio Σwy / Σw.
/// </summary>
internal static class DomainStatistic
{
    /// <summary>The mean of <paramref name="values"/> in each group.</summary>
    /// <param name="variance">The design.</param>
    /// <param name="group">For each row its group, or −1 outside the base.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="values">The variable; read in the base only.</param>
    public static GroupEstimate[] Means<TValues>(VarianceEstimator variance, int[] group, int groups, TValues values)
        where TValues : struct, IRowValues => Estimate(variance, group, Sums(variance, group, groups, values), values, isMean: true);

    /// <summary>What the estimates are made of.</summary>
    public static StratumSums Sums<TValues>(VarianceEstimator variance, int[] group, int groups, TValues values)
        where TValues : struct, IRowValues
    {
        var sums = new StratumSums(variance.Sample.Stages[0], groups);
        sums.Add(group, variance.Sample.Weights, values);
        return sums;
    }

    /// <summary>The mean, or population total, of each group from the sums of its rows.</summary>
    public static GroupEstimate[] Estimate<TValues>(VarianceEstimator variance, int[] group, StratumSums sums, TValues values, bool isMean)
        where TValues : struct, IRowValues
    {
        var bases = sums.Bases();
        var linear = Array.ConvertAll(bases, b => isMean ? new Linearisation(b.Mean, 1 / b.Weight) : new Linearisation(0, 1));
        var element = ElementVariances(variance.Sample.Weights, group, bases, values);
        var degrees = variance.DegreesOfFreedom(group, sums);
        var variances = variance.OfGroups(group, sums, linear, values, isMean);
        var canBeCensus = variance.Sample.Stages.Count == 1 && variance.IsFinite;
        var result = new GroupEstimate[bases.Length];
        for (var g = 0; g < bases.Length; g++)
        {
            result[g] = bases[g].Respondents == 0
                ? new GroupEstimate(double.NaN, double.NaN, 0, 0, 0, double.NaN, false)
                : new GroupEstimate(
                    isMean ? bases[g].Mean : bases[g].Total, variances[g], bases[g].Weight, bases[g].Respondents, degrees[g], element[g], canBeCensus && sums.IsCensus(g));
        }

        return result;
    }

    private static double[] ElementVariances<TValues>(double[] weights, int[] group, GroupBase[] bases, TValues values)
        where TValues : struct, IRowValues
    {
        if (TValues.IsIndicator)
        {
            return Array.ConvertAll(bases, one => one.Mean * (1 - one.Mean));
        }

        var squares = new double[bases.Length];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                var deviation = values.At(row) - bases[g].Mean;
                squares[g] += weights[row] * deviation * deviation;
            }
        }

        for (var g = 0; g < squares.Length; g++)
        {
            squares[g] /= bases[g].Weight;
        }

        return squares;
    }
}
