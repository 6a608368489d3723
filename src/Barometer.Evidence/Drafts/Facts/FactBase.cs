namespace Barometer.Evidence.Drafts.Facts;

/// <summary>All numbers that a draft can be held against, with what they are of and the groups there are.</summary>
/// <param name="Facts">The numbers.</param>
/// <param name="Groups">The groups that can be named.</param>
/// <param name="HasReleased">Whether released numbers are among them: they are there once the notebooks were reproduced.</param>
internal sealed record FactBase(IReadOnlyList<Fact> Facts, IReadOnlyList<GroupWords> Groups, bool HasReleased)
{
    /// <summary>What the numbers are of.</summary>
    public IReadOnlyList<Topic> Topics { get; } = [.. Facts.Select(fact => fact.Topic).Distinct()];

    /// <summary>The numbers by their ids; one that stands in several releases by each of them.</summary>
    public IReadOnlyDictionary<string, Fact> ById { get; private init; } = Facts.DistinctBy(fact => fact.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(fact => fact.Id, StringComparer.OrdinalIgnoreCase);

    private ILookup<Topic, Fact> ByTopic { get; } = Facts.ToLookup(fact => fact.Topic);

    /// <summary>The numbers of a topic.</summary>
    public IEnumerable<Fact> Of(Topic topic) => ByTopic[topic];

    /// <summary>The facts of a pack, of the registry, or of both.</summary>
    /// <param name="pack">The numbers of the last reproduction; null when there are none.</param>
    /// <param name="codebooks">The surveys' codebooks.</param>
    /// <param name="crosswalks">How the surveys' questions stand to each other.</param>
    /// <param name="published">The registry.</param>
    public static FactBase Of(EvidenceDocument? pack, IReadOnlyList<Codebook> codebooks, IReadOnlyList<Crosswalk> crosswalks, PublishedRegistry published)
    {
        var released = pack is null ? null : new ReleasedFacts(pack, codebooks, crosswalks);
        IReadOnlyList<Fact> figures = [.. PublishedFacts.Of(published)];
        return new FactBase([.. released?.Numbers() ?? [], .. figures], GroupWords.Of(codebooks), pack is not null)
        {
            ById = (released?.Every() ?? []).Concat(figures).DistinctBy(fact => fact.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(fact => fact.Id, StringComparer.OrdinalIgnoreCase),
        };
    }
}
