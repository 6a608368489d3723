namespace SurveyStatistics.Estimation;

/// <summary>How variances are estimated for a sample: by linearisation or by replication.</summary>
internal abstract class VarianceEstimator(WeightedSample sample)
{
    /// <summary>The sample whose design it is.</summary>
    public WeightedSample Sample { get; } = sample;

    /// <summary>Whether variances are corrected for the finite population where the design says so.</summary>
    public virtual bool IsFinite => true;

    /// <summary>The same way of estimating after one more weighting step.</summary>
    public abstract VarianceEstimator After(Func<WeightedSample, WeightedSample> step);

    /// <summary>Estimates several statistics together, with their covariances.</summary>
    public abstract EstimateVector Estimate(IStatistic statistic);

    /// <summary>The variances of means or totals of one variable in disjoint groups.</summary>
    /// <param name="group">For each row its group, or −1 outside the base.</param>
    /// <param name="sums">Respondents, weights and totals of each stratum and group.</param>
    /// <param name="linear">The groups' linearisations.</param>
    /// <param name="values">The variable; read in the base only.</param>
    /// <param name="isMean">Whether they are means rather than totals.</param>
    public abstract double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean)
        where TValues : struct, IRowValues;

    /// <summary>The degrees of freedom of each group.</summary>
    public virtual int[] DegreesOfFreedom(int[] group, int groups) => Estimation.DegreesOfFreedom.Of(Sample, group, groups);

    /// <summary>The same, from the sums where respondents were sampled directly.</summary>
    public virtual int[] DegreesOfFreedom(int[] group, StratumSums sums) => Sample.Stages[0].Unit is null
        ? sums.RespondentsLessStrata()
        : Estimation.DegreesOfFreedom.Of(Sample, group, sums.Groups);
}
