namespace Barometer.Analysis.Estimation;

/// <content>Quantiles.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// Quantiles of a number, with Woodruff's (1952) interval: the interval of the share at or below the estimate, read
    /// back through the distribution. The standard error is the interval's width over twice the t quantile.
    /// </summary>
    /// <param name="variable">A numeric variable.</param>
    /// <param name="probability">The share at or below the quantile: 0.5 for the median.</param>
    /// <param name="by">The groups.</param>
    /// <param name="rule">How the quantile is read off the distribution.</param>
    /// <param name="interval">How the interval is made, when not as Woodruff's.</param>
    /// <remarks>The interval of the share is made by the method of <see cref="WithIntervals"/>; a limit that leaves 0–1 is NaN, and so is the standard error.</remarks>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value; or replicates were asked for that there are none of, or that are those of a jackknife.</exception>
    public EstimateTable Quantile(
        string variable,
        double probability = 0.5,
        Grouping? by = null,
        QuantileRule rule = QuantileRule.Smallest,
        QuantileInterval interval = QuantileInterval.Woodruff)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (interval == QuantileInterval.Replicates)
        {
            RequireReplicatesForQuantiles();
        }

        var values = Data.Numeric(variable).ValueArray;
        var inBase = Domain(row => !double.IsNaN(values[row]));
        RequireSomebody(inBase, $"«{variable}»");
        var index = _state.Cache.Groups(by ?? Grouping.None);
        var groups = index.Count == 0 ? [] : index.Within(inBase);
        var outcome = new Outcome(variable, FormattableString.Invariant($"p{probability * 100:0.##}"), Labels.Of(variable));
        var maker = new QuantileMaker(_state, values, probability, rule, interval);
        var estimates = index.Groups.Select((labels, g) => maker.Estimate(outcome, labels, RowsOf(groups, g))).ToList();
        estimates.Add(maker.Estimate(outcome, [], inBase));
        return EstimateTables.Make(
            _state, Measure.Quantile, [.. by ?? Grouping.None], Labels.Of(variable), Universe(variable, AnswerBase.Asked), estimates);
    }

    private void RequireReplicatesForQuantiles()
    {
        if (Variance is not ReplicateVariance { SuitsQuantiles: true })
        {
            throw new BarometerException(new Problem(
                Variance is ReplicateVariance
                    ? "A jackknife does not give standard errors of quantiles: they do not converge however large the sample"
                    : "The design has no replicates to take the quantile's spread from",
                Expected: "a design with Replicated(Replication.Bootstrap(…)) or balanced replicates",
                Hint: "or leave the interval to Woodruff's method (the default)"));
        }
    }
}
