namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The rules by which a claim is sensitive for its own sake (primary suppression), asked of sets of respondents. Which rule
/// it breaks isn't told on: that a group breaks one can say that all in it gave the same answer.
/// </summary>
/// <param name="policy">The thresholds.</param>
/// <param name="organisationOfRow">For each respondent the organisation.</param>
/// <param name="surveys">The respondents of each survey.</param>
internal sealed class ClaimRules(ReleasePolicy policy, int[] organisationOfRow, params IReadOnlyList<RowSet> surveys)
{
    private readonly SensitivityRule _counts = new()
    {
        MinContributions = policy.MinRespondents,
        MinContributors = policy.MinOrganisations,
        DominanceShare = policy.MaxOrganisationShare,
        Coalition = policy.GroupCoalition,
    };

    private readonly SensitivityRule _amounts = new()
    {
        DominanceCount = policy.DominanceOrganisations,
        DominanceShare = policy.DominanceShare,
        ProtectionPercent = policy.ProtectionPercent,
    };

    /// <summary>The thresholds.</summary>
    public ReleasePolicy Policy => policy;

    /// <summary>Who answered, survey by survey.</summary>
    public IReadOnlyList<RowSet> Surveys { get; } = surveys;

    /// <summary>Everybody who answered, survey by survey, when the policy says that their number is a public fact.</summary>
    public IReadOnlyList<RowSet> Everybody { get; } = policy.PublicCounts.Any(count => count is { Outcome: "answered", ByGroup: false }) ? surveys : [];

    /// <summary>The organisation of a respondent.</summary>
    public int OrganisationOf(int row) => organisationOfRow[row];

    /// <summary>Whether a number of respondents may not be told: too few of them, from too few organisations, or most from one.</summary>
    public bool IsSensitive(RowSet set)
    {
        var counts = new Dictionary<int, int>();
        var largest = 0;
        foreach (var row in set.Rows)
        {
            var count = counts.GetValueOrDefault(organisationOfRow[row]) + 1;
            counts[organisationOfRow[row]] = count;
            largest = Math.Max(largest, count);
        }

        return (_counts.Threshold(set.Count, counts.Count) | _counts.Dominance([largest, set.Count - largest])) != SensitivityReasons.None;
    }

    /// <summary>Whether it may not be told how many of a set gave an answer: a share is three counts, and tells what a group has in common.</summary>
    public bool IsSensitive(RowSet set, RowSet givers) => IsSensitive(set) || IsSensitive(givers) || IsSensitive(set.Except(givers))
        || _counts.Group(set.Count, givers.Count) != SensitivityReasons.None;

    /// <summary>
    /// The rules asked of any union of sets: of its respondents, of those who gave an answer, and of those who didn't.
    /// </summary>
    /// <param name="sets">For each set what tells of its givers, the set, and who gave the answer.</param>
    public IEnumerable<SensitiveUnions> Unions(IReadOnlyList<(CellSum Cell, RowSet Set, RowSet Givers)> sets) =>
    [
        Unions(sets.Select(one => (one.Cell, one.Set)), _counts with { Coalition = null }),
        Unions(sets.Select(one => (one.Cell, one.Givers)), _counts),
        Unions(sets.Select(one => (one.Cell, one.Set.Except(one.Givers))), _counts),
    ];

    /// <summary>The rules asked of any union of sets of which an amount is told: of its respondents, and of what they have of the amount.</summary>
    /// <param name="sets">For each set its amount and its respondents.</param>
    /// <param name="amountOf">What a respondent has of it; null when it isn't known.</param>
    public IEnumerable<SensitiveUnions> Unions(IReadOnlyList<(CellSum Cell, RowSet Set)> sets, Func<int, double>? amountOf)
    {
        yield return Unions(sets, _counts with { Coalition = null });
        if (amountOf is not null)
        {
            yield return Unions(sets, _amounts, amountOf);
        }
    }

    /// <summary>Whether a claim may not be seen for its own sake.</summary>
    public bool IsSensitive(Claim claim)
    {
        if (claim.Within is not null)
        {
            return claim.Base.Count >= policy.SmallCountBase && IsSensitive(claim.Base);
        }

        return claim.IsTooSharp
            || claim.ShorterSide < policy.MinRespondents
            || claim.Bases.Any(set => set.Count < Math.Max(policy.MinBase, claim.LeastBase))
            || _amounts.Dominance(claim.Parts) != SensitivityReasons.None
            || claim.AllSizes.Any(IsSensitive)
            || claim.Sums.Any(sum => sum switch
            {
                { Counted: { } above, Opposed: { } below } => IsSensitive(sum.Base) || IsOneSided(sum.Base, above.Givers, below.Givers),
                { Counted: { } counted } => IsSensitive(sum.Base, counted.Givers),
                _ => IsSensitive(sum.Base),
            });
    }

    private SensitiveUnions Unions(IEnumerable<(CellSum Cell, RowSet Set)> sets, SensitivityRule rule, Func<int, double>? amountOf = null) => new()
    {
        Parts = [.. sets.Select(one => new UnionPart(one.Cell, Parts(one.Set, amountOf)))],
        Rule = rule,
    };

    /// <summary>How many respondents of a set each organisation has, or how much of an amount.</summary>
    private Dictionary<int, double> Parts(RowSet set, Func<int, double>? amountOf)
    {
        var parts = new Dictionary<int, double>();
        foreach (var row in set.Rows)
        {
            parts[organisationOfRow[row]] = parts.GetValueOrDefault(organisationOfRow[row]) + (amountOf?.Invoke(row) ?? 1);
        }

        return parts;
    }

    /// <summary>A net balance tells the answers of a group when all, or all but the coalition, are on one side.</summary>
    private bool IsOneSided(RowSet set, RowSet above, RowSet below) => set.Count - Math.Abs(above.Count - below.Count) <= policy.GroupCoalition;
}
