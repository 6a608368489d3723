namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Claims that are linked with each other, as a problem of suppression.</summary>
/// <param name="Name">The question they are about.</param>
/// <param name="Claims">The numbers of the claims, in the order of the problem's units.</param>
/// <param name="Problem">The problem.</param>
internal sealed record LinkedClaims(string Name, IReadOnlyList<int> Claims, SuppressionProblem Problem)
{
    /// <summary>The name of what all numbers of respondents are linked to.</summary>
    public const string Respondents = "respondents";

    /// <summary>The number of inner cells.</summary>
    public int Size { get; init; }

    /// <summary>Whether it asks anew, with more that is known, what the link before it asked: what that suppressed is where to start.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Whether such a link follows it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>All links between claims that have been decided on.</summary>
    /// <param name="decided">The claims.</param>
    /// <param name="rules">The rules.</param>
    public static IEnumerable<LinkedClaims> Of(IReadOnlyList<Claim> decided, ClaimRules rules) =>
        Of(Telling(decided), 0, new EarlierFacts([]), rules, i => decided[i].IsPublished ? SuppressionRole.Candidate : SuppressionRole.Primary, onlySecond: true);

    /// <summary>
    /// Claims that have been decided on, without what releases that are suppressed whole say of several questions at once: they link nothing, as if
    /// nobody had asked.
    /// </summary>
    public static IReadOnlyList<Claim> Telling(IReadOnlyList<Claim> decided)
    {
        var silent = decided.GroupBy(claim => claim.Release).Where(release => release.Key.Length > 0 && release.All(claim => !claim.IsPublished)).Select(release => release.Key).ToHashSet(StringComparer.Ordinal);
        return silent.Count == 0 ? decided : [.. decided.Select(claim => silent.Contains(claim.Release) && claim.TellsOfSeveral ? claim with { Sums = [] } : claim)];
    }

    /// <summary>
    /// The links in which the new claims tell something new: claims on the same question are linked, and so are all numbers of
    /// respondents.
    /// </summary>
    /// <param name="all">The earlier claims, then the new ones.</param>
    /// <param name="earlier">The number of earlier claims.</param>
    /// <param name="before">What these settle.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="roles">What is decided about each claim; asked again for each link.</param>
    /// <param name="onlySecond">Whether to leave out what another link asks with more that is known.</param>
    public static IEnumerable<LinkedClaims> Of(
        IReadOnlyList<Claim> all, int earlier, EarlierFacts before, ClaimRules rules, Func<int, SuppressionRole> roles, bool onlySecond = false)
    {
        foreach (var same in LinkedQuestions.Group(all).Where(same => same.Any(one => one.Claim >= earlier && before.IsNew(one.Sum))))
        {
            var counts = same.Where(one => one.Sum.Counted is not null).ToList();
            if (counts.Count > 0)
            {
                yield return new LinkedCounts(counts, rules).Build(same.Key, all, roles);
            }

            if (counts.Count < same.Count())
            {
                var amounts = same.Except(counts).ToList();
                yield return new LinkedAmounts([.. amounts.Select(one => (one.Claim, one.Sum.Base))], rules, [], []).Amounts(same.Key, all, roles, AmountOf([.. amounts.Select(one => one.Sum)]));
            }
        }

        if (Enumerable.Range(earlier, all.Count - earlier).Any(i => all[i].Within is not null || all[i].AllSizes.Any(set => before.IsNew(set, roles(i) == SuppressionRole.Candidate))))
        {
            var sizes = all.SelectMany((claim, i) => claim.Within is null ? claim.AllSizes.Select(set => (i, set)) : []).ToList();
            var ranges = all.Where(claim => claim.Within is not null).Select(claim => (claim.Base, claim.Within!)).ToList();
            ranges.AddRange(rules.Everybody.Select(everybody => (everybody, new CountRange(everybody.Count, everybody.Count))));
            var amounts = new LinkedAmounts(sizes, rules, [.. all.SelectMany(claim => claim.OtherSizes)], ranges);
            if (!onlySecond)
            {
                yield return amounts.Sizes(Respondents, all, roles, withInvited: false) with { IsFirst = true };
            }

            // With a relation for every group that was invited the system is twice as large: it starts with what was decided without them.
            yield return amounts.Sizes(Respondents, all, roles, withInvited: true) with { IsSecond = true };
        }
    }

    /// <summary>What a respondent has of an amount, in whatever survey of a series; null when that isn't known of all.</summary>
    private static Func<int, double>? AmountOf(IReadOnlyList<DisclosedSum> sums) => sums.All(sum => sum.AmountOf is not null)
        ? row => sums.First(sum => sum.Base.Contains(row)).AmountOf!(row)
        : null;
}

/// <summary>Questions whose answers were taken together somewhere: what is told of one is linked with what is told of the others.</summary>
internal sealed class LinkedQuestions
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>What claims tell, with their numbers, by the questions that are linked.</summary>
    public static IEnumerable<IGrouping<string, (int Claim, DisclosedSum Sum)>> Group(IReadOnlyList<Claim> claims)
    {
        var sums = claims.SelectMany((claim, i) => claim.Sums.Select(sum => (Claim: i, Sum: sum))).ToList();
        var linked = new LinkedQuestions(sums.Select(one => one.Sum.Questions));
        return sums.GroupBy(one => linked.First(one.Sum.Questions[0]));
    }

    /// <summary>Links the questions of each list.</summary>
    private LinkedQuestions(IEnumerable<IReadOnlyList<string>> together)
    {
        foreach (var questions in together)
        {
            var first = First(questions[0]);
            foreach (var question in questions.Skip(1).Select(First))
            {
                _parents[string.CompareOrdinal(first, question) < 0 ? question : first] = string.CompareOrdinal(first, question) < 0 ? first : question;
                first = First(first);
            }
        }
    }

    private string First(string question) => _parents.TryGetValue(question, out var parent) && parent != question ? First(parent) : question;
}

/// <summary>What is known from earlier releases, and what they suppress: the same fact has the same status everywhere.</summary>
internal sealed class EarlierFacts
{
    private readonly HashSet<RowSet> _publishedBases;
    private readonly HashSet<RowSet> _bases;
    private readonly HashSet<(string Questions, RowSet Base, RowSet? Givers, RowSet? Opposed)> _published;
    private readonly HashSet<(string Questions, RowSet Base, RowSet? Givers, RowSet? Opposed)> _suppressed;

    /// <summary>Gathers the facts of earlier claims.</summary>
    public EarlierFacts(IReadOnlyList<Claim> earlier)
    {
        var exact = earlier.Where(claim => claim.Within is null).ToList();
        _bases = [.. exact.SelectMany(claim => claim.AllSizes.Concat(claim.OtherSizes))];
        _publishedBases = [.. exact.Where(claim => claim.IsPublished).SelectMany(claim => claim.AllSizes)];
        _published = [.. earlier.Where(claim => claim.IsPublished).SelectMany(claim => claim.Sums).Select(Fact)];
        _suppressed = [.. earlier.Where(claim => !claim.IsPublished).SelectMany(claim => claim.Sums).Select(Fact).Except(_published)];
    }

    /// <summary>Whether the claim must be suppressed because it tells what was suppressed before.</summary>
    public bool Suppress(Claim claim) => claim.Sums.Any(sum => _suppressed.Contains(Fact(sum)));

    /// <summary>Whether nothing told so far settles this.</summary>
    public bool IsNew(DisclosedSum sum) => !_published.Contains(Fact(sum)) && !_suppressed.Contains(Fact(sum));

    /// <summary>Whether publishing, or suppressing, the number of these respondents is something new.</summary>
    public bool IsNew(RowSet set, bool published) => !(published ? _publishedBases : _bases).Contains(set);

    private static (string Questions, RowSet Base, RowSet? Givers, RowSet? Opposed) Fact(DisclosedSum sum) =>
        (string.Join('\n', sum.Questions), sum.Base, sum.Counted?.Givers, sum.Opposed?.Givers);
}
