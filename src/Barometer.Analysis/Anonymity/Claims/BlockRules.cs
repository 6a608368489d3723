namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>The primary rules, asked of sets of respondents.</summary>
/// <param name="policy">The thresholds.</param>
/// <param name="organisationOfRow">For each row of the response table its organisation.</param>
internal sealed class BlockRules(ReleasePolicy policy, int[] organisationOfRow)
{
    private readonly PrimaryRules _rules = new(policy);

    /// <summary>The thresholds.</summary>
    public ReleasePolicy Policy => policy;

    /// <summary>Everybody who answered, when the policy says that their number is a public fact; else null.</summary>
    public RowSet? Everybody { get; } = organisationOfRow.Length > 0 && policy.PublicCounts.Any(count => count is { Outcome: "answered", ByGroup: false })
        ? new RowSet([.. Enumerable.Range(0, organisationOfRow.Length)])
        : null;

    /// <summary>The organisation of a respondent.</summary>
    public int OrganisationOf(int row) => organisationOfRow[row];

    /// <summary>Why a number of respondents may not be told.</summary>
    public PrimaryReasons Size(RowSet set) => _rules.Size(CellProfile.Of(set.Rows, organisationOfRow));

    /// <summary>Why it may not be told how many of a set gave an answer.</summary>
    public PrimaryReasons Share(RowSet set, RowSet givers) =>
        Size(set) | Size(givers) | Size(set.Except(givers)) | _rules.Group(set.Count, givers.Count);

    /// <summary>Why a claim may not be seen for its own sake.</summary>
    public PrimaryReasons Judge(Claim claim)
    {
        if (claim.Within is not null)
        {
            return claim.Base.Count < policy.SmallCountBase ? PrimaryReasons.None : Size(claim.Base);
        }

        var reasons = claim.ShorterSide < policy.MinRespondents ? PrimaryReasons.FewRespondents : PrimaryReasons.None;
        reasons = claim.AllSizes.Aggregate(reasons | _rules.Amount(claim.Parts), (all, set) => all | Size(set));
        reasons = claim.Bases.Aggregate(reasons, (all, set) => all | _rules.Base(set.Count));
        reasons |= ByWeight(claim.ByWeight);
        foreach (var told in claim.Told)
        {
            reasons |= told switch
            {
                { Counted: { } above, Opposed: { } below } => Balance(told.Base, above.Givers, below.Givers),
                { Counted: { } counted } => Share(told.Base, counted.Givers),
                _ => Size(told.Base),
            };
        }

        return reasons;
    }

    /// <summary>The count of a stratum that may not be told must stay as open as a hidden count in a table.</summary>
    private PrimaryReasons ByWeight(IReadOnlyList<WeightClass> classes)
    {
        var half = Math.Pow(10, -(policy.PercentDecimals + 2)) / 2;
        var ranges = new WeightedCounts(classes, half).Ranges();
        return ranges.Index().Any(one => Share(classes[one.Index].Base, classes[one.Index].Givers) != PrimaryReasons.None && IsTold(classes[one.Index], one.Item))
            ? PrimaryReasons.ToldByWeights
            : PrimaryReasons.None;
    }

    /// <summary>As <see cref="ProtectionLevel.Share"/> asks for the counts of tables.</summary>
    private bool IsTold(WeightClass one, CountRange range)
    {
        var (value, others) = (one.Givers.Count, one.Base.Count - one.Givers.Count);
        var more = Math.Min(others, Math.Max(policy.ProtectionInterval, policy.GroupCoalition + 1 - value));
        var fewer = Math.Min(value, Math.Max(policy.ProtectionInterval, policy.GroupCoalition + 1 - others));
        return range.High < value + more || range.Low > value - fewer;
    }

    /// <summary>A net balance tells the answers of a group when all, or all but the coalition, are on one side.</summary>
    private PrimaryReasons Balance(RowSet set, RowSet above, RowSet below) =>
        Size(set) | (set.Count - Math.Abs(above.Count - below.Count) <= policy.GroupCoalition ? PrimaryReasons.GroupDisclosure : PrimaryReasons.None);
}
