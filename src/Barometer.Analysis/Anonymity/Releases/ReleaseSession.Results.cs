namespace Barometer.Analysis.Anonymity.Releases;

/// <content>
/// What else a session hands out: results that are functions of many estimates, which are released with all of these or not at
/// all; numbers of respondents after small count rounding; and how close one can come to what is suppressed.
/// </content>
public sealed partial class ReleaseSession
{
    private const double Steps = 20;
    private const double Near = 1e-6;

    private static readonly double[] PClasses = [0.001, 0.01, 0.05, 0.1, 1];

    /// <summary>
    /// Releases the p-value of a test, to three decimals, where a group has few respondents by the usual levels of significance only; the statistic
    /// and its degrees of freedom stay inside.
    /// </summary>
    /// <param name="test">The test, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <param name="code">The code that made the test, for the proposal of one of coarser groups.</param>
    /// <returns>The p-value; suppressed, with what the test compares, where a number of that may not be shown.</returns>
    /// <exception cref="BarometerException">As for <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</exception>
    public Released<ReleasedPValue> Release(UnreleasedTest test, string id, string code = "")
    {
        ArgumentNullException.ThrowIfNull(test);
        var table = test.Compared();
        var compared = WithAll(table, id, (_, search) => search?.InPlaceOf(test.Groups(), test.InGroups(code)));
        return compared.Content.IsWhole
            ? OfTest(test, table, compared)
            : new Released<ReleasedPValue>(new ReleasedPValue(test.Method, double.NaN, 0) { Status = CellStatus.Suppressed, Compared = compared.Content, Between = test.Between }, compared.Stamp);
    }

    /// <summary>Releases what a test compares, hidden or not, and its p-value where all of it may be shown.</summary>
    internal (Released<ReleasedTable> Table, ReleasedPValue? Test) ReleaseWithTest(UnreleasedTest test, string id)
    {
        var table = test.Compared();
        var released = Release(table, id);
        return (released, released.Content.IsWhole ? OfTest(test, table, released).Content : null);
    }

    private Released<ReleasedPValue> OfTest(UnreleasedTest test, UnreleasedTable table, Released<ReleasedTable> compared)
    {
        // In three decimals a p-value of small groups tells their counts however many respondents there are in all.
        var isFew = compared.Content.Estimates.Any(estimate => estimate.IsGeneralised || estimate.Respondents < _policy.FewRespondents)
            || table.Estimates.Any(estimate => estimate.Members?.Parts.Any(part => part.BaseRows.Length < _policy.FewRespondents) == true);
        var p = isFew && double.IsFinite(test.PValue) ? Array.Find(PClasses, level => test.PValue < level || level == 1) : Math.Round(test.PValue, ReleasedPValue.Decimals);
        return new Released<ReleasedPValue>(new ReleasedPValue(test.Method, p, test.Direction) { IsBound = isFew, Compared = compared.Content, Between = test.Between }, compared.Stamp);
    }

    /// <summary>
    /// Releases a two-way table: its percentages by the id, its numbers of answers by the id followed by «-counts». The test is shown where all it compares may be.
    /// </summary>
    /// <param name="table">The table, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <param name="code">The code that made the table, for the proposal of a coarser one.</param>
    /// <exception cref="BarometerException">As for <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</exception>
    internal CrossTableParts Release(UnreleasedCrossTable table, string id, string code = "")
    {
        ArgumentNullException.ThrowIfNull(table);
        var shares = Release(table.Shares, id, DisclosureMethod.Suppression, code);
        var counts = Release(table.Counts, id + "-counts", DisclosureMethod.Suppression, proposal: null); // that of the percentages is the table's

        // What the test compares are the counts behind the percentages: it is shown where all of them are, those of who has no view apart, whom it leaves out.
        var isShown = shares.Content.Estimates.All(estimate => estimate.Outcome.IsReason || estimate.Status == CellStatus.Published);
        if (!isShown)
        {
            // Whether there was one or not: that there is none tells that everybody answered the same.
            return new CrossTableParts(table.Layout, shares, counts, new ReleasedPValue(UnreleasedTest.RaoScott, double.NaN, 0) { Status = CellStatus.Suppressed, Compared = shares.Content });
        }

        return new CrossTableParts(table.Layout, shares, counts, table.Test is { } test ? OfTest(test, table.Shares, shares).Content : null);
    }

    /// <summary>Releases the ranks of items, with their shares.</summary>
    /// <param name="ranking">The ranking, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <param name="code">The code that made the ranking, for the proposal of one of fewer items.</param>
    /// <returns>The shares with their ranks; where one may not be shown those that may, without ranks, which would tell of it.</returns>
    /// <exception cref="BarometerException">As for <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</exception>
    public Released<ReleasedRanking> Release(UnreleasedRanking ranking, string id, string code = "")
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var released = WithAll(ranking.Shares, id, (shown, _) => FewerItems.Of(shown, code));
        var (shares, level) = (released.Content, ranking.Ranking.Level);
        if (!shares.IsWhole)
        {
            return new Released<ReleasedRanking>(new ReleasedRanking(shares, [], level) { Status = CellStatus.Suppressed }, released.Stamp);
        }

        // As the shares are shown: which of two that are shown alike is the larger would be a digit more of both.
        var places = shares.Estimates.OrderByDescending(share => share.Value).Select(share => (Share: share, Item: ranking.Ranking.Items.First(item => item.Share.Outcome.Variable == share.Outcome.Variable))).ToList();
        return new Released<ReleasedRanking>(
            new ReleasedRanking(
                shares with { Estimates = [.. places.Select(one => one.Share)] },
                [.. places.Select(one => (1 + places.Count(other => other.Share.Value > one.Share.Value), one.Item.Highest, one.Item.Lowest))], level), released.Stamp);
    }

    /// <summary>
    /// Releases a function of estimates with the estimates themselves. It is computed of these as they are shown, and its interval of their limits as these are shown: so
    /// it binds nothing that they don't bind.
    /// </summary>
    /// <param name="function">The function, as a table made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <returns>The number; suppressed where an estimate that it is made of may not be shown.</returns>
    /// <exception cref="BarometerException">It has no value at the shown numbers, such as a quotient by 0 per cent; or as for <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</exception>
    public Released<ReleasedFunction> Release(UnreleasedFunction function, string id)
    {
        ArgumentNullException.ThrowIfNull(function);
        var parts = WithAll(function.Parts, id, (_, search) => search?.InPlaceOf(function.Table, ""));
        return new Released<ReleasedFunction>(ReleasedFunction.Of(function, parts.Content, _policy), parts.Stamp);
    }

    // What follows from all of a table's numbers is lost with one of them.
    private Released<ReleasedTable> WithAll(UnreleasedTable table, string id, Proposal proposal) =>
        Release(table, id, DisclosureMethod.Suppression, proposal, isWhole: true);

    /// <summary>
    /// For each suppressed share of a release the least and the most that an outsider can work out from everything this session has
    /// released: the feasibility intervals, in shares of those who answered, rounded outward to the twentieth.
    /// </summary>
    /// <param name="id">The release's name.</param>
    /// <returns>By the number of the estimate; none for what is shown, and for what is no share.</returns>
    /// <exception cref="BarometerException">There is no such release in this session.</exception>
    internal IReadOnlyDictionary<int, (double Low, double High)> Bounds(string id)
    {
        var table = _earlier.FirstOrDefault(one => one.Id == id) ?? throw new BarometerException(new Problem($"«{id}» isn't released in this session"));
        List<EarlierRelease> all = _earlier.FindAll(one => one.Series == table.Series);
        var (claims, first) = (all.SelectMany(one => one.Claims).ToList(), all.TakeWhile(one => one != table).Sum(one => one.Claims.Count));
        var intervals = HiddenIntervals.Of(claims, Rows(table.Series).Rules(_policy), claim => claim >= first && claim < first + table.Cells.Count);
        return intervals.ToDictionary(one => table.Cells[one.Key - first], one => claims[one.Key].Base.Count is var size
            ? (Math.Floor((one.Value.Low / size * Steps) + Near) / Steps, Math.Ceiling((one.Value.High / size * Steps) - Near) / Steps) : default);
    }

    private RoundedCounts Round(UnreleasedTable table, ReleasableTable releasable, List<int> cells, List<Claim> claims)
    {
        if (table.Measure != Measure.Count || claims.Exists(claim => claim.Sums.Count > 0))
        {
            throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released with small count rounding: it tells of answers",
                Expected: "numbers of respondents in groups of the frame",
                Hint: "survey.ResponseCounts(by), or release it with suppression"));
        }

        var isPublic = cells.ConvertAll(i => releasable.IsPublicCount(table.Estimates[i]));
        var rounded = RoundedCounts.Of(
            claims.ConvertAll(claim => claim.Base), isPublic, RoundedCounts.OddPlaces(cells.ConvertAll(i => table.Estimates[i])), _policy.SmallCountBase);
        var rules = new ClaimRules(_policy, table.OrganisationOfRow ?? []);
        return claims.Zip(rounded.Ranges).All(one => !rules.IsSensitive(one.First with { Within = one.Second }))
            ? rounded
            : throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released with small count rounding: a group has enough respondents, but too few organisations",
                Expected: "groups that are small, or come from enough organisations",
                Hint: "take coarser groups, or release it with suppression"));
    }
}
