namespace Barometer.Evidence.Published;

/// <summary>Finds the estimate of a release that a published figure is to be held against.</summary>
internal static class CheckedEstimate
{
    /// <summary>The one estimate meant.</summary>
    /// <exception cref="BarometerException">There is none or several, or it measures something else.</exception>
    public static ReleasedEstimate Of(PublishedFigure figure, Released<ReleasedTable> table, Func<ReleasedEstimate, bool>? which)
    {
        Require(figure, table, figure.Unit switch
        {
            PublishedUnit.Share => [Measure.Share],
            PublishedUnit.Number => [Measure.Count, Measure.Total],
            _ => [],
        });
        var meant = table.Content.Estimates.Where(which ?? (estimate => estimate.Groups.Count == 0)).ToList();
        return meant.Count == 1
            ? meant[0]
            : throw new BarometerException(new Problem(
                FormattableString.Invariant($"The release «{table.Stamp.Id}» has {meant.Count} estimates to hold against «{figure.Id}»"),
                Expected: "exactly one",
                Hint: "name it, for example estimate => estimate.Outcome.Variable == \"answered\" && estimate.Groups.Count == 0"));
    }

    /// <summary>The shares of the whole population among which one is largest.</summary>
    /// <exception cref="BarometerException">The figure is no rank, or there are not several shares.</exception>
    public static IReadOnlyList<ReleasedEstimate> Shares(PublishedFigure figure, Released<ReleasedTable> table)
    {
        Require(figure, table, figure.Unit == PublishedUnit.Item ? [Measure.Share] : []);
        List<ReleasedEstimate> shares = [.. table.Content.Estimates.Where(estimate => estimate.Groups.Count == 0)];
        return shares.Count > 1
            ? shares
            : throw new BarometerException(new Problem(
                $"The release «{table.Stamp.Id}» ranks nothing", Expected: "the shares of several items for the whole population"));
    }

    private static void Require(PublishedFigure figure, Released<ReleasedTable> table, Measure[] measures)
    {
        if (!measures.Contains(table.Content.Measure))
        {
            throw new BarometerException(new Problem(
                $"The release «{table.Stamp.Id}» measures something else than «{figure.Id}»",
                Expected: measures.Length == 0 ? "a check of the other kind: Of for numbers, OfTop for ranks" : string.Join(" or ", measures),
                Got: table.Content.Measure.ToString()));
        }
    }
}
