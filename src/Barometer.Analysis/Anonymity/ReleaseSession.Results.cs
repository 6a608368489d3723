namespace Barometer.Analysis.Anonymity;

/// <content>Results that are functions of many estimates: they are released with all of these, or not at all.</content>
public sealed partial class ReleaseSession
{
    /// <summary>Releases the p-value of a test, to three decimals; the statistic and its degrees of freedom stay inside.</summary>
    /// <param name="test">The test, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(UnreleasedTable, string, DisclosureMethod, string)"/>.</param>
    /// <exception cref="BarometerException">What the test compares has a number that may not be shown.</exception>
    public Released<ReleasedPValue> Release(UnreleasedTest test, string id)
    {
        ArgumentNullException.ThrowIfNull(test);
        return new Released<ReleasedPValue>(new ReleasedPValue(test.Method, Math.Round(test.PValue, 3), test.Direction), WithAll(test.Compared(), id).Stamp);
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

    private Released<ReleasedTable> WithAll(UnreleasedTable table, string id)
    {
        var released = Release(table, id);
        return released.Content.Estimates.All(estimate => estimate.Status == CellStatus.Published)
            ? released
            : throw new BarometerException(new Problem(
                $"«{id}» can't be released: it follows from numbers of «{table.Title.Nb}» that may not be shown",
                Expected: "a result all of whose parts may be shown",
                Hint: released.Content.Coarser is { } coarser ? $"{coarser.Advice.Nb} / {coarser.Advice.En}" : "release those numbers as a table to see which are hidden, and take coarser groups"));
    }
}
