namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>What is known from earlier releases, and what they hide: the same fact has the same status everywhere.</summary>
internal sealed class EarlierFacts
{
    private readonly HashSet<RowSet> _publishedBases;
    private readonly HashSet<RowSet> _bases;
    private readonly HashSet<(string Questions, RowSet Base, RowSet? Givers, RowSet? Opposed)> _published;
    private readonly HashSet<(string Questions, RowSet Base, RowSet? Givers, RowSet? Opposed)> _hidden;

    /// <summary>Gathers the facts of earlier claims.</summary>
    public EarlierFacts(IReadOnlyList<Claim> earlier)
    {
        var exact = earlier.Where(claim => claim.Within is null).ToList();
        _bases = [.. exact.SelectMany(claim => claim.AllSizes.Concat(claim.OtherSizes))];
        _publishedBases = [.. exact.Where(claim => claim.IsPublished).SelectMany(claim => claim.AllSizes)];
        _published = [.. earlier.Where(claim => claim.IsPublished).SelectMany(claim => claim.Told).Select(Fact)];
        _hidden = [.. earlier.Where(claim => !claim.IsPublished).SelectMany(claim => claim.Told).Select(Fact).Except(_published)];
    }

    /// <summary>Whether the claim must be hidden because it tells what was hidden before.</summary>
    public bool Hide(Claim claim) => claim.Told.Any(told => _hidden.Contains(Fact(told)));

    /// <summary>Whether nothing told so far settles this.</summary>
    public bool IsNew(Told told) => !_published.Contains(Fact(told)) && !_hidden.Contains(Fact(told));

    /// <summary>Whether publishing, or hiding, the number of these respondents is something new.</summary>
    public bool IsNew(RowSet set, bool published) => !(published ? _publishedBases : _bases).Contains(set);

    private static (string Questions, RowSet Base, RowSet? Givers, RowSet? Opposed) Fact(Told told) =>
        (string.Join('\n', told.Questions), told.Base, told.Counted?.Givers, told.Opposed?.Givers);
}
