namespace Barometer.Analysis.Anonymity;

/// <content>Results that are functions of many estimates: they are released with all of these, or not at all.</content>
public sealed partial class ReleaseSession
{
    /// <summary>Releases the p-value of a test, to three decimals; the statistic and its degrees of freedom stay inside.</summary>
    /// <param name="test">The test, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(EstimateTable, string, DisclosureMethod, string)"/>.</param>
    /// <exception cref="BarometerException">What the test compares has a number that may not be shown.</exception>
    public Released<SignificanceTest> Release(SignificanceTest test, string id)
    {
        ArgumentNullException.ThrowIfNull(test);
        var compared = test.Compared ?? throw new BarometerException(new Problem(
            $"«{test.Method.Nb}» can't be released: nothing tells what it compares", Expected: "a test that a design made and nobody released"));
        return new Released<SignificanceTest>(test.Sanitised(), WithAll(compared(), id).Stamp);
    }

    /// <summary>Releases the ranks of items, with their shares.</summary>
    /// <param name="ranking">The ranking, as a design made it.</param>
    /// <param name="id">The release's name; see <see cref="Release(EstimateTable, string, DisclosureMethod, string)"/>.</param>
    /// <exception cref="BarometerException">The share of an item may not be shown: the ranks of the others would tell of it.</exception>
    public Released<Ranking> Release(Ranking ranking, string id)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var shares = WithAll(ranking.Shares, id);
        return new Released<Ranking>(ranking.Sanitised(shares.Content), shares.Stamp);
    }

    private Released<EstimateTable> WithAll(EstimateTable table, string id)
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
