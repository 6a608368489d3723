namespace SurveyStatistics.Design;

/// <content>Comparisons: differences and contrasts with the covariance of what is compared, ratios of shares, ranks. Any other function of estimates is made from <see cref="EstimateTable.Joint"/>.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// The difference of a share, or of the mean of a number, between two groups, <paramref name="group"/> less
    /// <paramref name="from"/>, with a t interval.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the first group.</param>
    /// <param name="from">The code of the group that is subtracted.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="SurveyException">A variable or code does not exist, or nobody in a group is in the base.</exception>
    public EstimateTable Difference(string variable, string by, string group, string from, string? category = null) =>
        Contrast(variable, by, new Dictionary<string, double> { [group] = 1, [from] = -1 }, category);

    /// <summary>
    /// A contrast Σ cᵍ θᵍ of a share or mean over groups, for example one group less the mean of two others.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="coefficients">The coefficient of each group by its code; groups that don't count are left out.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="SurveyException">A variable or code does not exist, nobody in a group is in the base, or a coefficient is zero.</exception>
    public EstimateTable Contrast(string variable, string by, IReadOnlyDictionary<string, double> coefficients, string? category = null)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        RequireCoefficients(coefficients);
        var column = CodedColumn.Of(Data[by]);
        var categories = coefficients.Keys.Select(code => IndexOf(column, code)).ToArray();
        var groups = Array.ConvertAll(categories, one => Array.ConvertAll(column.Codes, code => code == one ? 0 : -1));
        var estimates = new List<Estimate>();
        foreach (var indicator in Indicators(variable, category))
        {
            foreach (var group in groups)
            {
                RequireSomebody(indicator.Rows(group), $"«{variable}» in a group of «{by}»");
            }

            estimates.Add(Comparison.Of(
                _state,
                indicator.Outcome,
                [ContrastGroup(by, column, categories, [.. coefficients.Values])],
                [.. groups.Select(group => (indicator, (int[]?)group))],
                [.. coefficients.Values]));
        }

        return new EstimateTable(Measure.Difference, [by], estimates);
    }

    /// <summary>
    /// The difference between the shares of an answer to two items, first less second, of the respondents who answered
    /// both.
    /// </summary>
    /// <param name="first">A categorical variable.</param>
    /// <param name="second">The variable that is subtracted.</param>
    /// <param name="category">The answer to count in both.</param>
    /// <exception cref="SurveyException">A variable or category does not exist, or nobody answered both.</exception>
    public EstimateTable ItemDifference(string first, string second, string category = "yes")
    {
        var (a, b) = (Indicators(first, category)[0], Indicators(second, category)[0]);
        RequireAsked(second, a.InBase, $"the base of «{first}»");
        RequireAsked(first, b.InBase, $"the base of «{second}»");
        RequireSomebody(a.Rows(b.InBase), $"both «{first}» and «{second}»");
        var outcome = new Outcome($"{first}-{second}", category);
        var estimate = Comparison.Of(_state, outcome, [], [(a, b.InBase), (b, a.InBase)], [1, -1]);
        return new EstimateTable(Measure.Difference, [], [estimate]);
    }

    // A group with coefficient zero changes nothing but the number of respondents behind the contrast.
    private static void RequireCoefficients(IReadOnlyDictionary<string, double> coefficients)
    {
        if (coefficients.Count == 0 || coefficients.Values.Any(one => one == 0 || !double.IsFinite(one)))
        {
            throw new SurveyException(new Problem(
                "The contrast has a coefficient that is zero or no number", Expected: "one or more finite coefficients that aren't zero", Hint: "leave out groups that don't count"));
        }
    }

    private static GroupValue ContrastGroup(string by, CodedColumn column, int[] categories, double[] coefficients) => new(
        by,
        string.Join(" ", categories.Select((one, i) => FormattableString.Invariant($"{coefficients[i]:+0.###;-0.###}·{column.Categories[one]}"))));

    /// <summary>
    /// Ranks items by the share of an answer and tells which ranks the sample leaves open; see <see cref="Ranking"/>.
    /// </summary>
    /// <param name="variables">The items, two or more.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="SurveyException">As for <see cref="Proportions"/>.</exception>
    public Ranking Ranks(Grouping variables, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        var shares = Proportions(variables, null, category ?? "yes", answers);
        var indicators = variables.Select(variable => Indicators(variable, category ?? "yes", answers)[0]).ToList();
        var vector = Variance.Estimate(new Ratios([.. indicators.Select(indicator => indicator.Within())]));
        var degrees = shares.Estimates.Min(estimate => estimate.DegreesOfFreedom);
        TestConditions.RequireDegrees(degrees);
        var items = Ranking.Rank(shares.Estimates, vector, degrees, _state.Level);
        return new Ranking(new EstimateTable(shares.Measure, [], [.. items.Select(item => item.Share)]), items, _state.Level);
    }

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
