namespace DisclosureControl;

/// <summary>A sum that may be put together with others, and who has what part in it.</summary>
/// <param name="Sum">The sum of inner cells.</param>
/// <param name="Contributions">The part of each contributor, by a number for each: of what the rule counts, which needn't be what the sum tells.</param>
public sealed record UnionPart(CellSum Sum, IReadOnlyDictionary<int, double> Contributions)
{
    /// <summary>What all have together.</summary>
    internal double Total { get; } = Contributions.Values.Sum();
}

/// <summary>
/// Disjoint sums of which no union may come out that breaks a rule: hidden cells that each keep their interval can have a
/// total that everybody works out, and this total can be one contributor's.
/// </summary>
/// <remarks>
/// Only unions that don't fall apart need looking at: where two disjoint sets break none of the rules (threshold, dominance,
/// p %, all but a few), their union breaks none either, since both sides of each rule add up. So a union that breaks
/// one has a part that does.
/// </remarks>
public sealed class SensitiveUnions
{
    /// <summary>The sums, no two of which share an inner cell.</summary>
    public required IReadOnlyList<UnionPart> Parts { get; init; }

    /// <summary>
    /// The rule that a union must meet. <see cref="SensitivityRule.Coalition"/>, where it is set, is the total up to which a
    /// union is sensitive even if it is of nobody: nobody, or nobody but so many, gave an answer.
    /// </summary>
    public required SensitivityRule Rule { get; init; }

    /// <summary>The inner cells of tables, each a part: what is hidden of them must meet the rule in any union too.</summary>
    /// <param name="tables">The tables, with their contributors.</param>
    /// <param name="rule">The rule.</param>
    public static SensitiveUnions OfInnerCells(LinkedTables tables, SensitivityRule rule)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var contributions = tables.Inner.Select(_ => new Dictionary<int, double>()).ToArray();
        foreach (var (number, contributor) in tables.Contributors.Index())
        {
            foreach (var (inner, own) in contributor.Contributions)
            {
                contributions[inner][number] = own;
            }
        }

        return new SensitiveUnions { Parts = [.. contributions.Select((parts, inner) => new UnionPart(CellSum.Of([inner]), parts))], Rule = rule };
    }

    /// <summary>Why a union of some parts is sensitive.</summary>
    internal SensitivityReasons Reasons(IReadOnlyList<UnionPart> union)
    {
        var parts = Contributions(union);
        var total = (int)Math.Round(parts.Sum());
        return Rule.Threshold(total, parts.Count) | Rule.Dominance(parts) | (total <= Rule.Coalition ? SensitivityReasons.GroupDisclosure : SensitivityReasons.None);
    }

    /// <summary>Whether a union is of few contributions or contributors; one that isn't is not so with more parts either.</summary>
    internal bool IsFew(IReadOnlyList<UnionPart> union)
    {
        var total = union.Sum(part => part.Total);
        return total < Rule.MinContributions || total <= Rule.Coalition
            || (Rule.MinContributors > 0 && union.SelectMany(part => part.Contributions).Where(own => own.Value > 0).Select(own => own.Key).Distinct().Take(Rule.MinContributors).Count() < Rule.MinContributors);
    }

    /// <summary>
    /// By how much the largest contributors have more of a union than dominance allows; below zero where it is met. That of two disjoint
    /// unions together is no more than the sum of theirs.
    /// </summary>
    internal double Excess(IReadOnlyList<UnionPart> union)
    {
        if (Rule.DominanceShare >= 1 && Rule.ProtectionPercent <= 0)
        {
            return double.NegativeInfinity;
        }

        var parts = Contributions(union);
        var total = parts.Sum();
        var share = parts.Take(Rule.DominanceCount).Sum() - (Rule.DominanceShare * total);
        var percent = parts.Count == 0 ? 0 : (Rule.ProtectionPercent / 100 * parts[0]) + parts.Take(2).Sum() - total;
        return Math.Max(share, percent);
    }

    /// <summary>How far an attacker's bounds for a sensitive union must lie from it: what the rule lacks for an amount, one for a count.</summary>
    internal double UpperLevel(IReadOnlyList<UnionPart> union, bool areCounts) => areCounts ? 1 : Rule.UpperProtectionLevel(Contributions(union));

    /// <summary>What each contributor has in a union, the largest first.</summary>
    private static List<double> Contributions(IReadOnlyList<UnionPart> union) =>
        [.. union.SelectMany(part => part.Contributions).GroupBy(own => own.Key, own => own.Value).Select(own => own.Sum()).Where(sum => sum > 0).OrderDescending()];
}
