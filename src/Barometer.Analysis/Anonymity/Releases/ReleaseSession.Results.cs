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
    /// <exception cref="BarometerException">What the test compares has a number that may not be shown.</exception>
    public Released<ReleasedPValue> Release(UnreleasedTest test, string id)
    {
        ArgumentNullException.ThrowIfNull(test);
        var table = test.Compared();
        return OfTest(test, table, WithAll(table, id));
    }

    private Released<ReleasedPValue> OfTest(UnreleasedTest test, UnreleasedTable table, Released<ReleasedTable> compared)
    {
        // In three decimals a p-value of small groups tells their counts however many respondents there are in all.
        var isFew = compared.Content.Estimates.Any(estimate => estimate.IsGeneralised || estimate.Respondents < _policy.FewRespondents)
            || table.Estimates.Any(estimate => estimate.Members?.Parts.Any(part => part.BaseRows.Length < _policy.FewRespondents) == true);
        var p = isFew && double.IsFinite(test.PValue) ? Array.Find(PClasses, level => test.PValue < level || level == 1) : Math.Round(test.PValue, ReleasedPValue.Decimals);
        return new Released<ReleasedPValue>(new ReleasedPValue(test.Method, p, test.Direction) { IsBound = isFew, Compared = compared.Content }, compared.Stamp);
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
        var counts = Release(table.Counts, id + "-counts");

        // What the test compares are the counts behind the percentages: it is shown where all of them are, those of who has no view apart, whom it leaves out.
        var isShown = shares.Content.Estimates.All(estimate => estimate.Outcome.IsReason || estimate.Status == CellStatus.Published);
        return new CrossTableParts(table.Layout, shares, counts, table.Test is { } test && isShown ? OfTest(test, table.Shares, shares).Content : null, table.Test is not null && !isShown);
    }

    /// <summary>Releases the ranks of items, with their shares.</summary>
    /// <param name="ranking">The ranking, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <exception cref="BarometerException">The share of an item may not be shown: the ranks of the others would tell of it.</exception>
    public Released<ReleasedRanking> Release(UnreleasedRanking ranking, string id)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var shares = WithAll(ranking.Shares, id);
        var items = ranking.Ranking.Items.Select(item => (item.Rank, item.Highest, item.Lowest));
        return new Released<ReleasedRanking>(new ReleasedRanking(shares.Content, [.. items], ranking.Ranking.Level), shares.Stamp);
    }

    /// <summary>
    /// Releases a function of estimates with the estimates themselves. It is computed of these as they are shown, and its interval of their limits as these are shown: so
    /// it binds nothing that they don't bind.
    /// </summary>
    /// <param name="function">The function, as a table made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <exception cref="BarometerException">An estimate that it is made of may not be shown; or it has no value at the shown numbers, such as a quotient by 0 per cent.</exception>
    public Released<ReleasedFunction> Release(UnreleasedFunction function, string id)
    {
        ArgumentNullException.ThrowIfNull(function);
        var parts = WithAll(function.Parts, id);
        return new Released<ReleasedFunction>(ReleasedFunction.Of(function, parts.Content, _policy), parts.Stamp);
    }

    private Released<ReleasedTable> WithAll(UnreleasedTable table, string id)
    {
        var released = Release(table, id, DisclosureMethod.Suppression, code: "", isWhole: true);
        return released.Content.Estimates.All(estimate => estimate.Status == CellStatus.Published)
            ? released
            : throw new BarometerException(new Problem(
                $"«{id}» can't be released: it follows from numbers of «{table.Title.Nb}» that may not be shown",
                Expected: "a result all of whose parts may be shown",
                Hint: string.Join(' ', ((string?[])[Both(released.Content.Session), Both(released.Content.Coarser?.Advice) ?? "release those numbers as a table to see which are hidden, and take coarser groups"]).OfType<string>())));

        static string? Both(LocalizedText? words) => words is null ? null : $"{words.Nb} / {words.En}";
    }

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

    private RoundedCounts Round(UnreleasedTable table, List<int> cells, List<Claim> claims)
    {
        if (table.Measure != Measure.Count || claims.Exists(claim => claim.Sums.Count > 0))
        {
            throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released with small count rounding: it tells of answers",
                Expected: "numbers of respondents in groups of the frame",
                Hint: "survey.ResponseCounts(by), or release it with suppression"));
        }

        var isPublic = cells.ConvertAll(i => IsPublicCount(table.Measure, table.Estimates[i]));
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
