namespace Barometer.Analysis.Estimation;

/// <content>
/// What of the weighting keeps estimates from being released. Weights made of answers, of single units or organisations, or to
/// totals that somebody states, can put nearly all weight on whoever one likes: a share of everybody is then theirs. So what
/// is released is weighted by groups of the frame, to what the frame counts.
/// </content>
public sealed partial class SurveyDesign
{
    private SurveyDesign FittedTo(IReadOnlyList<KnownTotals> totals) => totals.Any(one => one.AreStated)
        ? Unreleasable("its weights are fitted to stated totals")
        : totals.Aggregate(this, (design, one) => design.WeightsFrom(one.Variables));

    private SurveyDesign WeightsFrom(Grouping variables) => variables.FirstOrDefault(variable => !IsOfGroups(variable)) is { } other
        ? Unreleasable($"its weights are made of «{other}»")
        : this;

    private SurveyDesign Unreleasable(string why) => new(_state with { Unreleasable = _state.Unreleasable ?? why });

    private bool IsOfGroups(string variable) => Labels.Find(variable)?.Role == DisclosureRole.Group;
}
