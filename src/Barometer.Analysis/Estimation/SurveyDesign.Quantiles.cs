using Barometer.Analysis.Weighting;

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
    /// <remarks>The interval of the share is made by the method of <see cref="WithIntervals"/>; where it leaves 0–1 there is none.</remarks>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    public EstimateTable Quantile(string variable, double probability = 0.5, Grouping? by = null, QuantileRule rule = QuantileRule.Smallest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var values = Data.Numeric(variable).ValueArray;
        var inBase = Domain(row => !double.IsNaN(values[row]));
        RequireSomebody(inBase, $"«{variable}»");
        var index = GroupIndex.Of(Data, by ?? Grouping.None);
        var groups = index.Count == 0 ? [] : index.Within(inBase);
        var outcome = new Outcome(variable, FormattableString.Invariant($"p{probability * 100:0.##}"), Labels.Of(variable));
        var woodruff = new Woodruff(_state, values, probability, rule);
        var estimates = index.Groups.Select((labels, g) => woodruff.Estimate(outcome, labels, RowsOf(groups, g))).ToList();
        estimates.Add(woodruff.Estimate(outcome, [], inBase));
        return EstimateTables.Make(
            _state, Measure.Quantile, [.. by ?? Grouping.None], Labels.Of(variable), Universe(variable, AnswerBase.Asked), estimates);
    }
}
