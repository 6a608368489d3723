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
    /// Dominance in a total: the (n, k) rule, and the p % rule by which what is left of the total when the two largest
    /// parts are taken off must be at least p % of the largest (Hundepool et al., Statistical Disclosure Control, 2012, § 4.2).
    /// </summary>
    /// <param name="parts">The parts of the organisations, the largest first.</param>
    public PrimaryReasons Amount(IReadOnlyList<double> parts)
    {
        var total = parts.Sum();
        if (total <= 0)
        {
            return PrimaryReasons.None;
        }

        var few = parts.Take(policy.DominanceOrganisations).Sum() > policy.DominanceShare * total;
        var close = total - parts.Take(2).Sum() < policy.ProtectionPercent / 100 * parts[0];
        return few || close ? PrimaryReasons.Dominance : PrimaryReasons.None;
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
