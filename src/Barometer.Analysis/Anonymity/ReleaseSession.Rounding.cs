namespace Barometer.Analysis.Anonymity;

/// <content>Small count rounding in place of suppression, for numbers of respondents that must stay complete.</content>
public sealed partial class ReleaseSession
{
    private RoundedCounts Round(UnreleasedTable table, List<int> held, List<Claim> claims)
    {
        if (table.Measure != Measure.Count || claims.Exists(claim => claim.Told.Count > 0))
        {
            throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released with small count rounding: it tells of answers",
                Expected: "numbers of respondents in groups of the frame",
                Hint: "survey.ResponseCounts(by), or release it with suppression"));
        }

        var isPublic = held.ConvertAll(i => IsPublicCount(table.Measure, table.Estimates[i]));
        var rounded = RoundedCounts.Of(claims.ConvertAll(claim => claim.Base), isPublic, _policy.SmallCountBase);
        var rules = new BlockRules(_policy, table.OrganisationOfRow ?? []);
        return claims.Zip(rounded.Ranges).All(one => rules.Judge(one.First with { Within = one.Second }) == PrimaryReasons.None)
            ? rounded
            : throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released with small count rounding: a group has enough respondents, but too few organisations",
                Expected: "groups that are small, or come from enough organisations",
                Hint: "take coarser groups, or release it with suppression"));
    }
}
