namespace SurveyStatistics.Design;

/// <content>Functions of two shares that have a name of their own; any other is made from <see cref="EstimateTable.Joint"/>.</content>
public sealed partial class SurveyDesign
{
    /// <summary>The share of an answer in a group over that in another, with an interval on the scale of its logarithm.</summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the group above.</param>
    /// <param name="from">The code of the group below.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <exception cref="SurveyException">A variable or code does not exist, nobody in a group is in the base, or a share is 0.</exception>
    public EstimateTable RelativeRisk(string variable, string by, string group, string from, string? category = null) =>
        OfTwoShares(Measure.RelativeRisk, variable, by, group, from, category, (above, below) => above / below);

    /// <summary>The odds of an answer in a group over those in another, with an interval on the scale of its logarithm.</summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the group above.</param>
    /// <param name="from">The code of the group below.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <exception cref="SurveyException">A variable or code does not exist, nobody in a group is in the base, or a share is 0 or 1.</exception>
    public EstimateTable OddsRatio(string variable, string by, string group, string from, string? category = null) =>
        OfTwoShares(Measure.OddsRatio, variable, by, group, from, category, (above, below) => above.Odds() / below.Odds());

    private EstimateTable OfTwoShares(
        Measure measure, string variable, string by, string group, string from, string? category, Func<SmoothNumber, SmoothNumber, SmoothNumber> function)
    {
        var column = CodedColumn.Of(Data[by]);
        var codes = (string[])[column.Categories[IndexOf(column, group)], column.Categories[IndexOf(column, from)]];
        var shares = Proportion(variable, by, category ?? "yes");
        var parts = Array.ConvertAll(codes, code => shares.Estimates.FirstOrDefault(one => one.Groups is [var only] && only.Code == code && one.Respondents > 0)
            ?? throw new SurveyException(new Problem(
                $"Nobody in the domain is in the base of «{variable}» with {by} = {code}", Expected: "at least one respondent who was asked and answered")));
        var estimate = JointEstimates.Of(parts).Function($"{variable}: {group} over {from}", x => function(x[0], x[1]), IntervalScale.Log);
        return new EstimateTable(measure, [by], [estimate with { Outcome = parts[0].Outcome, Groups = [new GroupValue(by, group) { Reference = from }] }]);
    }
}
