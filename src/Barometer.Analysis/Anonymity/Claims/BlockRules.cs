namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>The primary rules, asked of sets of respondents.</summary>
/// <param name="policy">The thresholds.</param>
/// <param name="organisationOfRow">For each row of the response table its organisation.</param>
internal sealed class BlockRules(ReleasePolicy policy, int[] organisationOfRow)
{
    private readonly PrimaryRules _rules = new(policy);

    /// <summary>The thresholds.</summary>
    public ReleasePolicy Policy => policy;

    /// <summary>The organisation of a respondent.</summary>
    public int OrganisationOf(int row) => organisationOfRow[row];

    /// <summary>Why a number of respondents may not be told.</summary>
    public PrimaryReasons Size(RowSet set) => _rules.Size(CellProfile.Of(set.Rows, organisationOfRow));

    /// <summary>Why it may not be told how many of a set gave an answer.</summary>
    public PrimaryReasons Share(RowSet set, RowSet givers, bool isSensitive)
    {
        var reasons = Size(set);
        return isSensitive ? reasons | Size(givers) | Size(set.Except(givers)) | _rules.Group(set.Count, givers.Count) : reasons;
    }

    /// <summary>Why a claim may not be seen for its own sake.</summary>
    public PrimaryReasons Judge(Claim claim)
    {
        var reasons = Size(claim.Base) | _rules.Amount(claim.Parts);
        if (claim.NeedsBase)
        {
            reasons |= _rules.Base(claim.Base.Count);
        }

        foreach (var told in claim.Told.Where(told => told.Counted is not null))
        {
            reasons |= told.Opposed is { } opposed
                ? Balance(told.Base, told.Counted!.Givers, opposed.Givers)
                : Share(told.Base, told.Counted!.Givers, told.IsSensitive);
        }

        return reasons;
    }

    /// <summary>A net balance tells the answers of a group when all, or all but the coalition, are on one side.</summary>
    private PrimaryReasons Balance(RowSet set, RowSet above, RowSet below) =>
        Size(set) | (set.Count - Math.Abs(above.Count - below.Count) <= policy.GroupCoalition ? PrimaryReasons.GroupDisclosure : PrimaryReasons.None);
}
