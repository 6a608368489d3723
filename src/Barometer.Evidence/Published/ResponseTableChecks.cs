namespace Barometer.Evidence.Published;

/// <summary>
/// Holds the published response table of 2018 (population, invited, answered, response rate) against what a survey's
/// frame and answers count.
/// </summary>
public static class ResponseTableChecks
{
    private static readonly Dictionary<string, string> Levels = new(StringComparer.Ordinal)
    {
        ["strategic-2018"] = "V",
        ["operational-2018"] = "A",
    };

    /// <summary>The four checks of one level.</summary>
    /// <param name="registry">The published figures.</param>
    /// <param name="counts">The released <see cref="ResponseTables.ResponseCounts"/>; groups may be in it too.</param>
    /// <param name="rates">The released <see cref="ResponseTables.ResponseRates"/>; groups may be in it too.</param>
    /// <exception cref="BarometerException">The releases are of another survey or hold other numbers.</exception>
    public static PublishedChecks Of(PublishedRegistry registry, Released<ReleasedTable> counts, Released<ReleasedTable> rates)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(rates);
        var level = Levels.GetValueOrDefault(counts.Stamp.Survey);
        if (level is null || rates.Stamp.Survey != counts.Stamp.Survey)
        {
            throw new BarometerException(new Problem(
                $"There is no published response table for «{counts.Stamp.Survey}» and «{rates.Stamp.Survey}»",
                Expected: "both releases of one of " + string.Join(", ", Levels.Keys)));
        }

        return PublishedChecks.Of(
            PublishedCheck.Of(registry[$"NOS18-POP-{level}"], counts, Everybody("population")),
            PublishedCheck.Of(registry[$"NOS18-INV-{level}"], counts, Everybody("invited")),
            PublishedCheck.Of(registry[$"NOS18-ANS-{level}"], counts, Everybody("answered")),
            PublishedCheck.Of(registry[$"NOS18-RR-{level}"], rates, Everybody("answered")));
    }

    private static Func<ReleasedEstimate, bool> Everybody(string outcome) =>
        estimate => estimate.Groups.Count == 0 && estimate.Outcome.Variable == outcome;
}
