namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Chooses what to hide so that the secrets of a system of cells are protected from everybody the auditor plays.</summary>
internal static class Suppressor
{
    private const int FewChoices = 80;
    private const int Rounds = 200;
    private const int Tastes = 8;

    /// <summary>Chooses what to hide.</summary>
    /// <param name="about">The cells, the demands and the knowledge.</param>
    /// <param name="effort">How long to look for a pattern that hides less.</param>
    public static SuppressionResult Suppress(SuppressionCase about, SearchEffort effort = SearchEffort.Quick)
    {
        var leaks = new Leaks(about);
        using var search = new PatternSearch(about.System, about.Items, nearby: effort == SearchEffort.Quick);
        var unmet = Meet(search, about, leaks);
        if (effort == SearchEffort.Quick || unmet.Count > 0)
        {
            Close(search, about);
            return new SuppressionResult(search.Pattern, unmet, IsProvenCheapest: false);
        }

        var start = search.Pattern.Hidden.ToArray();
        Close(search, about);
        var quick = (Hidden: search.Pattern.Hidden.ToArray(), search.Pattern.Cost);
        search.Pattern.Restore(start);
        var proven = Improve(search, about, leaks);
        proven &= !Close(search, about);
        if (quick.Cost < search.Pattern.Cost)
        {
            search.Pattern.Restore(quick.Hidden);
        }

        return new SuppressionResult(search.Pattern, unmet, proven);
    }

    /// <summary>Hides more where a reader who takes it that no hidden cell is empty would find a secret; true if it had to.</summary>
    private static bool Close(PatternSearch search, SuppressionCase about)
    {
        var cost = search.Pattern.Cost;
        if (about.AgainstPositiveReader)
        {
            new PositiveReader(about.System).Protect(search.Pattern, search.ClosedToPositive(about.Secrets));
        }

        return search.Pattern.Cost > cost;
    }

    /// <summary>Looks for a cheaper pattern; true if there is none cheaper than the one it ends with.</summary>
    private static bool Improve(PatternSearch search, SuppressionCase about, Leaks leaks)
    {
        if (about.Items.Count(item => item.Role == ItemRole.Free) > FewChoices)
        {
            TryOtherTastes(search, about, leaks);
            return false;
        }

        using var optimal = new OptimalSearch(search, about.Items, about.Demands, leaks.Find);
        return optimal.Run(Rounds);
    }

    /// <summary>
    /// Starts again some times with costs that are changed at random, from a fixed seed so that the same tables always give
    /// the same pattern, and keeps the cheapest.
    /// </summary>
    private static void TryOtherTastes(PatternSearch search, SuppressionCase about, Leaks leaks)
    {
        var best = (Hidden: search.Pattern.Hidden.ToArray(), search.Pattern.Cost);
        var random = new Random(2018);
        for (var i = 0; i < Tastes; i++)
        {
            search.Restart([.. about.Items.Select(item => item.Role == ItemRole.MustHide)]);
            search.Taste = [.. Enumerable.Range(0, search.CellCount).Select(_ => 0.5 + random.NextDouble())];
            if (Meet(search, about, leaks).Count == 0 && search.Pattern.Cost < best.Cost)
            {
                best = (search.Pattern.Hidden.ToArray(), search.Pattern.Cost);
            }
        }

        search.Pattern.Restore(best.Hidden);
    }

    private static List<Demand> Meet(PatternSearch search, SuppressionCase about, Leaks leaks)
    {
        var unmet = search.Meet(about.Demands).ToList();
        search.Prune();
        if (search.IsLarge && about.AgainstPositiveReader)
        {
            // The linear programs of Close would take long for each secret; most of these demands cost nothing now.
            search.Meet(about.Secrets.Select(new DemandBuilder(about.System, 1).Positive), reach: Reach.Nearby);
            search.Prune();
        }

        unmet.AddRange(Stop(search, leaks));
        return unmet;
    }

    /// <summary>Stops leaks until nothing more is found, or what is found can't be helped.</summary>
    private static IReadOnlyList<Demand> Stop(PatternSearch search, Leaks leaks)
    {
        IReadOnlyList<Demand> unmet = [];
        while (leaks.Find(search) is { Count: > 0 } more)
        {
            unmet = search.Meet(more);
            if (unmet.Count == more.Count)
            {
                return unmet;
            }

            search.Prune();
        }

        return [];
    }
}
