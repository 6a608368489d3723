namespace DisclosureControl;

/// <summary>Why a cell is sensitive.</summary>
[Flags]
public enum SensitivityReasons
{
    /// <summary>It breaks no rule.</summary>
    None = 0,

    /// <summary>Too few contributions (threshold rule).</summary>
    FewContributions = 1,

    /// <summary>Too few contributors (threshold rule).</summary>
    FewContributors = 2,

    /// <summary>The largest contributors make up too much of it: the (n, k) or the p % rule.</summary>
    Dominance = 4,

    /// <summary>All of a group, or all but a few, gave the same answer.</summary>
    GroupDisclosure = 8,
}

/// <summary>
/// The rules by which a cell is sensitive and suppressed for its own sake (primary suppression); a rule that isn't set
/// isn't applied. Hundepool et al., Handbook on Statistical Disclosure Control, 2nd ed., chapters 4 and 5.
/// </summary>
public sealed record SensitivityRule
{
    // Without any distance the true value would be a feasible bound, and there would be nothing to protect.
    private const double LeastPercent = 0.01;

    /// <summary>The fewest contributions that a cell of a frequency table may have.</summary>
    public int MinContributions { get; init; }

    /// <summary>The fewest contributors that a cell may have.</summary>
    public int MinContributors { get; init; }

    /// <summary>The n of the (n, k) rule: how many of the largest contributors are looked at together.</summary>
    public int DominanceCount { get; init; } = 1;

    /// <summary>The k of the (n, k) rule: the largest share of a cell, 0–1, that they may have.</summary>
    public double DominanceShare { get; init; } = 1;

    /// <summary>The p of the p % rule: the second largest contributor must not come to know the largest one's part more closely than this many per cent.</summary>
    public double ProtectionPercent { get; init; }

    /// <summary>Group disclosure: a group in which all, or all but this many, gave the same answer is sensitive; null for no such rule.</summary>
    public int? Coalition { get; init; }

    /// <summary>For amounts that break the threshold rule only: how far above the value an attacker's upper bound must lie, in per cent of it.</summary>
    public double SafetyRangePercent { get; init; } = 10;

    /// <summary>The threshold rule. A cell of nobody doesn't break it: whether it may be seen is a matter of group disclosure.</summary>
    public SensitivityReasons Threshold(int contributions, int contributors) => contributions == 0
        ? SensitivityReasons.None
        : (contributions < MinContributions ? SensitivityReasons.FewContributions : SensitivityReasons.None)
            | (contributors < MinContributors ? SensitivityReasons.FewContributors : SensitivityReasons.None);

    /// <summary>
    /// Dominance: the (n, k) rule, and the p % rule by which what is left of the cell when the two largest parts are taken off
    /// must be at least p % of the largest.
    /// </summary>
    /// <param name="parts">The parts of the contributors, the largest first.</param>
    public SensitivityReasons Dominance(IReadOnlyList<double> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var total = parts.Sum();
        if (total <= 0)
        {
            return SensitivityReasons.None;
        }

        var few = parts.Take(DominanceCount).Sum() > DominanceShare * total;
        var close = total - parts.Take(2).Sum() < ProtectionPercent / 100 * parts[0];
        return few || close ? SensitivityReasons.Dominance : SensitivityReasons.None;
    }

    /// <summary>Group disclosure: all of the group, or all but the coalition, gave the answer, or all but the coalition did not.</summary>
    public SensitivityReasons Group(int size, int gaveTheAnswer)
    {
        var fewest = Math.Min(gaveTheAnswer, size - gaveTheAnswer);
        return size > 0 && fewest <= Coalition ? SensitivityReasons.GroupDisclosure : SensitivityReasons.None;
    }

    /// <summary>
    /// The upper protection level of a sensitive amount: how far above it an attacker's upper bound must lie, so that the rule
    /// it breaks would hold for the bound (handbook, table 4.2.3).
    /// </summary>
    /// <param name="parts">The parts of the contributors, the largest first.</param>
    public double UpperProtectionLevel(IReadOnlyList<double> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var total = parts.Sum();
        var byShare = (parts.Take(DominanceCount).Sum() / DominanceShare) - total;
        var byPercent = parts.Count == 0 ? 0 : (ProtectionPercent / 100 * parts[0]) - (total - parts.Take(2).Sum());
        return Math.Max(byShare, byPercent) is var level and > 0 ? level : Math.Max(SafetyRangePercent, LeastPercent) / 100 * total;
    }
}
