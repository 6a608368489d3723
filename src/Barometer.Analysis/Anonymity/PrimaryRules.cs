namespace Barometer.Analysis.Anonymity;

/// <summary>The rules that a cell can break by itself (primary suppression).</summary>
internal sealed class PrimaryRules(ReleasePolicy policy)
{
    /// <summary>
    /// The threshold rule on respondents and on organisations, and dominance. A cell of nobody breaks none of them:
    /// whether it may be seen is a matter of group disclosure.
    /// </summary>
    public PrimaryReasons Size(CellProfile cell)
    {
        if (cell.Respondents == 0)
        {
            return PrimaryReasons.None;
        }

        var reasons = PrimaryReasons.None;
        if (cell.Respondents < policy.MinRespondents)
        {
            reasons |= PrimaryReasons.FewRespondents;
        }

        if (cell.Organisations < policy.MinOrganisations)
        {
            reasons |= PrimaryReasons.FewOrganisations;
        }

        if (cell.Largest > policy.MaxOrganisationShare * cell.Respondents)
        {
            reasons |= PrimaryReasons.Dominance;
        }

        return reasons;
    }

    /// <summary>
    /// Group disclosure: all of the group, or all but the coalition, gave the answer, or all but the coalition did not.
    /// </summary>
    public PrimaryReasons Group(int respondents, int gaveTheAnswer)
    {
        var fewest = Math.Min(gaveTheAnswer, respondents - gaveTheAnswer);
        return respondents > 0 && fewest <= policy.GroupCoalition ? PrimaryReasons.GroupDisclosure : PrimaryReasons.None;
    }

    /// <summary>The minimum base of a percentage, a mean or another estimate.</summary>
    public PrimaryReasons Base(int respondents) =>
        respondents < policy.MinBase ? PrimaryReasons.SmallBase : PrimaryReasons.None;
}
