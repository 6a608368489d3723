using Barometer.Analysis.Anonymity.Audit;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Chooses what to hide so that the secrets of a system of cells are protected from everybody the auditor plays.</summary>
internal static class Suppressor
{
    private const int FewChoices = 80;
    private const int Rounds = 200;
    private const int Tastes = 8;

    /// <summary>Chooses what to hide.</summary>
    /// <param name="about">The cells, the secrets and the knowledge.</param>
    /// <param name="items">What is published or hidden as a whole.</param>
    /// <param name="effort">How long to look for a pattern that hides less.</param>
    public static SuppressionResult Suppress(AuditCase about, IReadOnlyList<Item> items, SearchEffort effort = SearchEffort.Quick)
    {
        var builder = new DemandBuilder(about.System.Truth, about.Width);
        var insiders = new Insiders(about, builder);
        var demands = OfOutsiders(about, builder).ToList();
        using var search = new PatternSearch(about.System, items);
        var unmet = Meet(search, demands, insiders);
        var proven = false;
        if (effort == SearchEffort.Thorough && unmet.Count == 0)
        {
            if (items.Count(item => item.Role == ItemRole.Free) <= FewChoices)
            {
                using var optimal = new OptimalSearch(search, items, demands, insiders.Unprotected);
                proven = optimal.Run(Rounds);
            }
            else
            {
                TryOtherTastes(search, items, demands, insiders);
            }
        }

        if (about.AreCounts)
        {
            new PositiveReader(about.System).Protect(search.Pattern, [.. about.Primary.Select(cell => about.System.Cells[cell])]);
        }

        return new SuppressionResult(search.Pattern, unmet, proven);
    }

    /// <summary>
    /// Starts again some times with costs that are changed at random, from a fixed seed so that the same tables always give
    /// the same pattern, and keeps the cheapest.
    /// </summary>
    private static void TryOtherTastes(PatternSearch search, IReadOnlyList<Item> items, List<Demand> demands, Insiders insiders)
    {
        var best = (Hidden: search.Pattern.Hidden.ToArray(), search.Pattern.Cost);
        var random = new Random(2018);
        for (var i = 0; i < Tastes; i++)
        {
            search.Restart([.. items.Select(item => item.Role == ItemRole.MustHide)]);
            search.Taste = [.. Enumerable.Range(0, search.CellCount).Select(_ => 0.5 + random.NextDouble())];
            if (Meet(search, demands, insiders).Count == 0 && search.Pattern.Cost < best.Cost)
            {
                best = (search.Pattern.Hidden.ToArray(), search.Pattern.Cost);
            }
        }

        search.Pattern.Restore(best.Hidden);
    }

    private static List<Demand> Meet(PatternSearch search, List<Demand> demands, Insiders insiders)
    {
        var unmet = search.Meet(demands).ToList();
        search.Prune();
        unmet.AddRange(MeetInsiders(search, insiders));
        return unmet;
    }

    /// <summary>Protects from insiders until nothing more is found, or what is found can't be helped.</summary>
    private static IReadOnlyList<Demand> MeetInsiders(PatternSearch search, Insiders insiders)
    {
        IReadOnlyList<Demand> unmet = [];
        while (insiders.Unprotected(search) is { Count: > 0 } more)
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

    private static IEnumerable<Demand> OfOutsiders(AuditCase about, DemandBuilder builder)
    {
        var own = about.Primary.SelectMany(cell => about.AreCounts
            ? builder.Count(about.System.Cells[cell])
            : [builder.Amount(about.System.Cells[cell], about.UpperProtection.GetValueOrDefault(cell, 1))]);
        return own.Concat(about.Groups.SelectMany(group => builder.Group(group.Others, about.Coalition)));
    }
}
