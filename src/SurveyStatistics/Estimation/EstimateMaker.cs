namespace SurveyStatistics.Estimation;

/// <summary>Turns group estimates into labelled estimates with intervals and reliability.</summary>
internal sealed class EstimateMaker(Measure measure, Intervals intervals)
{
    /// <summary>The labelled estimate.</summary>
    public Estimate Make(Outcome outcome, IReadOnlyList<GroupValue> groups, GroupEstimate estimate, CellMembers members)
    {
        var interval = Interval(estimate);
        var effective = measure is Measure.Total or Measure.Ratio ? double.NaN : estimate.EffectiveRespondents;
        return new Estimate
        {
            Outcome = outcome,
            Groups = groups,
            Value = estimate.Value,
            StandardError = Math.Sqrt(estimate.Variance),
            Interval = interval,
            Respondents = estimate.Respondents,
            EffectiveRespondents = effective,
            Base = estimate.Base,
            DegreesOfFreedom = estimate.DegreesOfFreedom,
            Reliability = ReliabilityRule.Judge(
                double.IsNaN(effective) ? estimate.Respondents : effective, estimate.DegreesOfFreedom, measure is Measure.Share or Measure.Balance ? interval : null),
            Members = members,
        };
    }

    private ConfidenceInterval? Interval(GroupEstimate estimate) => measure == Measure.Share
        ? intervals.Share(estimate)
        : intervals.Student(estimate.Value, estimate.Variance, estimate.DegreesOfFreedom);
}
