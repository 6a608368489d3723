namespace SurveyStatistics.Estimation;

/// <summary>
/// Quantiles with the interval of Woodruff (1952), or with that of their replicates; <c>svyquantile</c> in R's survey
/// package.
/// </summary>
internal sealed class QuantileMaker(DesignState state, double[] values, double probability, QuantileRule rule, QuantileInterval how)
{
    /// <summary>The quantile among the rows where <paramref name="rows"/> is 0.</summary>
    public Estimate Estimate(Outcome outcome, IReadOnlyList<GroupValue> groups, int[] rows)
    {
        var (own, weights) = Select(rows);
        var distribution = new WeightedDistribution(own, weights);
        var quantile = distribution.Quantile(probability, rule);
        var below = Array.ConvertAll(values, value => value <= quantile ? 1.0 : 0.0);
        var share = DomainStatistic.Means(state.Variance.Value, rows, 1, new RowNumbers(below))[0];
        var (interval, error) = how == QuantileInterval.Woodruff ? Woodruff(distribution, share) : Replicated(rows, share.DegreesOfFreedom);
        return new Estimate
        {
            Outcome = outcome,
            Groups = groups,
            Value = quantile,
            StandardError = error,
            Interval = interval,
            Respondents = share.Respondents,
            EffectiveRespondents = share.EffectiveRespondents,
            Base = share.Base,
            DegreesOfFreedom = share.DegreesOfFreedom,
            Reliability = ReliabilityRule.Judge(share.EffectiveRespondents, share.DegreesOfFreedom, null),
            Members = new GroupRows(rows, 1).Members(0),
        };
    }

    private (ConfidenceInterval? Interval, double Error) Replicated(int[] rows, double degreesOfFreedom)
    {
        var vector = state.Variance.Value.Estimate(new Quantiles(values, rows, probability, rule));
        return (state.Intervals.Student(vector.Values[0], vector.Covariance[0, 0], degreesOfFreedom), vector.StandardError(0));
    }

    private (ConfidenceInterval? Interval, double Error) Woodruff(WeightedDistribution distribution, GroupEstimate share)
    {
        var limits = state.Intervals.Share(share);
        if (limits is null or { Lower: < 0, Upper: > 1 })
        {
            return (null, double.NaN);
        }

        // Where the share's limit leaves 0–1, the sample has no value that could be the quantile's.
        var interval = new ConfidenceInterval(
            limits.Lower < 0 ? double.NaN : distribution.Quantile(limits.Lower, rule),
            limits.Upper > 1 ? double.NaN : distribution.Quantile(limits.Upper, rule),
            state.Level,
            $"Woodruff, {limits.Method}");
        return (interval, interval.Width / (2 * state.Intervals.T(share.DegreesOfFreedom)));
    }

    private (double[] Values, double[] Weights) Select(int[] rows)
    {
        var (own, weights) = (new List<double>(), new List<double>());
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] == 0)
            {
                own.Add(values[row]);
                weights.Add(state.Variance.Value.Sample.Weights[row]);
            }
        }

        return ([.. own], [.. weights]);
    }
}
