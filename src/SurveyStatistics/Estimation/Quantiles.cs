namespace SurveyStatistics.Estimation;

/// <summary>
/// Quantiles with the interval of Woodruff (1952), or with that of their replicates; <c>svyquantile</c> in R's survey
/// package.
/// </summary>
internal sealed class Quantiles(DesignState state, double[] values, double probability, QuantileRule rule, QuantileInterval how)
{
    /// <summary>Stops when the design has no replicates whose quantiles vary as those of samples do.</summary>
    /// <exception cref="SurveyException">It has none, or those of a jackknife.</exception>
    public static void RequireReplicates(VarianceEstimator variance)
    {
        if (variance is not ReplicateVariance { SuitsQuantiles: true })
        {
            throw new SurveyException(new Problem(
                variance is ReplicateVariance
                    ? "A jackknife does not give standard errors of quantiles: they do not converge however large the sample"
                    : "The design has no replicates to take the quantile's spread from",
                Expected: "a design with Replicated(Replication.Bootstrap(…)) or balanced replicates",
                Hint: "or leave the interval to Woodruff's method (the default)"));
        }
    }

    /// <summary>The quantile among the rows where <paramref name="rows"/> is 0.</summary>
    public Estimate Among(Outcome outcome, IReadOnlyList<GroupValue> groups, int[] rows)
    {
        var (own, weights) = Select(rows);
        var distribution = new WeightedDistribution(own, weights);
        var quantile = distribution.Quantile(probability, rule);
        var below = Array.ConvertAll(values, value => value <= quantile ? 1.0 : 0.0);
        var share = state.WithoutAnswers(DomainStatistic.Means(state.Variance.Value, rows, 1, new RowNumbers(below))[0], outcome, groups);
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
            Reliability = interval is { Width: 0 } && share.IsFixed ? Reliability.FixedByDesign : ReliabilityRule.Judge(share.EffectiveRespondents, share.DegreesOfFreedom, null),
            Members = new GroupRows(rows, 1).Members(0),
        };
    }

    private (ConfidenceInterval? Interval, double Error) Replicated(int[] rows, double degreesOfFreedom)
    {
        var vector = state.Variance.Value.Estimate(new QuantileStatistic(values, rows, probability, rule));
        return (state.StudentInterval(vector.Values[0], vector.Covariance[0, 0], degreesOfFreedom), vector.StandardError(0));
    }

    private (ConfidenceInterval? Interval, double Error) Woodruff(WeightedDistribution distribution, GroupEstimate share)
    {
        if (share.IsFixed)
        {
            var quantile = distribution.Quantile(probability, rule);
            return (new ConfidenceInterval(quantile, quantile, state.Level, "Woodruff, fixed"), 0);
        }

        var limits = state.ShareInterval(share);
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

        // Read back as if the interval were the quantile ± t standard errors.
        return (interval, interval.Width / (2 * state.T(share.DegreesOfFreedom)));
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

/// <summary>A quantile as a function of the weights, for variances by replication.</summary>
internal sealed class QuantileStatistic : IStatistic
{
    private readonly double[] _values;
    private readonly int[] _rows;
    private readonly double _probability;
    private readonly QuantileRule _rule;

    /// <summary>The quantile among the rows where <paramref name="group"/> is 0; they are sorted once.</summary>
    public QuantileStatistic(double[] values, int[] group, double probability, QuantileRule rule)
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

/// <summary>
/// How a quantile is read off the weighted distribution; the rules of R's survey package, which carry those of Hyndman and
/// Fan (1996) over to weights.
/// </summary>
public enum QuantileRule
{
    /// <summary>The smallest value with at least that share at or below it (<c>math</c>, <c>hf1</c>).</summary>
    Smallest = 0,

    /// <summary>As <see cref="Smallest"/>, halfway to the next value where the share is met exactly (<c>school</c>, <c>hf2</c>).</summary>
    Halfway,

    /// <summary>The nearest even order statistic (<c>hf3</c>).</summary>
    NearestEven,

    /// <summary>Linear interpolation of the distribution function (<c>hf4</c>).</summary>
    Linear4,

    /// <summary>Linear interpolation at the middle of each weight's step (<c>hf5</c>).</summary>
    Linear5,

    /// <summary>Linear interpolation with one more weight at the end (<c>hf6</c>).</summary>
    Linear6,

    /// <summary>Linear interpolation between the smallest and the largest value (<c>hf7</c>, R's default without weights).</summary>
    Linear7,

    /// <summary>Linear interpolation, about median-unbiased (<c>hf8</c>).</summary>
    Linear8,

    /// <summary>Linear interpolation, about unbiased for normal data (<c>hf9</c>).</summary>
    Linear9,

    /// <summary>Shah and Vaish's (2006) rule (<c>shahvaish</c>).</summary>
    ShahVaish,
}

/// <summary>How the interval and standard error of a quantile are made.</summary>
public enum QuantileInterval
{
    /// <summary>
    /// Woodruff's (1952): the interval of the share at or below the quantile, read back through the distribution (the
    /// default).
    /// </summary>
    Woodruff = 0,

    /// <summary>
    /// The spread of the quantile over replicates, and quantile ± t × SE (<c>interval.type = "quantile"</c> in R's survey
    /// package). For designs replicated otherwise than by a jackknife.
    /// </summary>
    Replicates,
}
