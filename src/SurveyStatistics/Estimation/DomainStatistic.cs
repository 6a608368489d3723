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
                    isMean ? bases[g].Mean : bases[g].Total,
                    variances[g],
                    bases[g].Weight,
                    bases[g].Respondents,
                    degrees[g],
                    isMean ? element[g] : element[g] * bases[g].Weight * bases[g].Weight,
                    canBeCensus && sums.IsCensus(g));
            var ratio = Ratio(result[g], isMean);
            if (!result[g].IsCensus && FixedByDesign.Holds(variance, group, g, linear[g].Centre, values, ratio))
            {
                result[g] = result[g] with { Variance = FixedByDesign.Left(result[g].Variance, ratio), IsFixed = true };
            }
        }

        return result;
    }

    // The variance over that of a simple random sample; of a total over that of the total's own square, as all can have the same.
    private static double Ratio(GroupEstimate one, bool isMean) =>
        one.Variance * one.Respondents / (one.ElementVariance + (isMean ? 0 : one.Value * one.Value));

    private static double[] ElementVariances<TValues>(double[] weights, int[] group, GroupBase[] bases, TValues values)
        where TValues : struct, IRowValues
    {
        if (TValues.IsIndicator)
        {
            // The square of an indicator is itself.
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

/// <summary>One mean or total with what its interval needs, before it has labels.</summary>
/// <param name="Value">The estimate; NaN when nobody is in the base.</param>
/// <param name="Variance">Its variance under the design.</param>
/// <param name="Base">The sum of the weights in the base.</param>
/// <param name="Respondents">The number of respondents in the base.</param>
/// <param name="DegreesOfFreedom">Sampling units less strata, of those that have someone in the base.</param>
/// <param name="ElementVariance">
/// The variance of the estimate from a sample of one respondent: of a mean the weighted variance of the variable in the base, Σw(y − ȳ)² / Σw,
/// of a total that times (Σw)², of a ratio Σw(y − Rx)² / Σw times (Σw / Σwx)².
/// </param>
/// <param name="IsCensus">Whether all strata with someone in the base were taken whole.</param>
internal readonly record struct GroupEstimate(
    double Value, double Variance, double Base, int Respondents, int DegreesOfFreedom, double ElementVariance, bool IsCensus)
{
    /// <summary>
    /// The number of respondents that the Korn-Graubard interval takes as the sample's size: those who were asked, with or
    /// without an answer; in a calibrated design all of the sample, as in R, which keeps the others with a weight of zero.
    /// </summary>
    public int Sampled { get; init; } = Respondents;

    /// <summary>Whether strata, or totals that the weights were fitted to, fix the value, so that it has no sampling variance.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether the variance is zero, or no more than rounding.</summary>
    public bool HasNoVariance => Variance <= RoundingError * ElementVariance;

    /// <summary>
    /// The size of a simple random sample, drawn with replacement, with the same variance: the element variance over
    /// the variance; the number of respondents where the variance is zero, or no more than the rounding error that is left
    /// of a total the weights were fitted to.
    /// </summary>
    public double EffectiveRespondents => Respondents == 0 || double.IsNaN(Variance) ? double.NaN
        : HasNoVariance || IsFixed ? Respondents
        : ElementVariance / Variance;

    private const double RoundingError = 1e-15;
}

/// <summary>One number a row, read without copying; a struct, so that the loops over it compile to plain code.</summary>
internal interface IRowValues
{
    /// <summary>Whether the numbers are only 0 and 1, so that their variance follows from their mean.</summary>
    static abstract bool IsIndicator { get; }

    /// <summary>The number of row <paramref name="row"/>.</summary>
    double At(int row);
}

/// <summary>1 for the rows of one category and 0 for the others.</summary>
internal readonly struct CategoryIndicator(int[] codes, int category) : IRowValues
{
    /// <inheritdoc/>
    public static bool IsIndicator => true;

    /// <inheritdoc/>
    public double At(int row) => codes[row] == category ? 1 : 0;
}

/// <summary>The numbers of an array.</summary>
internal readonly struct RowNumbers(double[] values) : IRowValues
{
    /// <inheritdoc/>
    public static bool IsIndicator => false;

    /// <inheritdoc/>
    public double At(int row) => values[row];
}
