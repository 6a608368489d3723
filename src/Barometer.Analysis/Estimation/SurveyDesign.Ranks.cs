namespace Barometer.Analysis.Estimation;

/// <content>Ranks of items.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// Ranks items by the share of an answer and tells which ranks the sample leaves open; see <see cref="Ranking"/>.
    /// </summary>
    /// <param name="variables">The items, two or more.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">As for <see cref="Proportions"/>.</exception>
    public Ranking Ranks(Grouping variables, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        var shares = Proportions(variables, null, category ?? "yes", answers);
        var indicators = variables.Select(variable => Indicators(variable, category ?? "yes", answers)[0]).ToList();
        var vector = Variance.Estimate(new Ratios([.. indicators.Select(indicator => indicator.Within())]));
        var degrees = shares.Estimates.Min(estimate => estimate.DegreesOfFreedom);
        var items = Ranking.Rank(shares.Estimates, vector, degrees, _state.Level);
        return new Ranking(Changed(shares, [.. items.Select(item => item.Share)]), items, _state.Level);
    }
}
