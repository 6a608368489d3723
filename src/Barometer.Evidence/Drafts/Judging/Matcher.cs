namespace Barometer.Evidence.Drafts.Judging;

/// <summary>What a claim can be held against.</summary>
/// <param name="Facts">The numbers that its words, groups and years mean; the best named first.</param>
/// <param name="Others">Numbers that are named nearly as well.</param>
/// <param name="Score">How well the best is named, 0–1.</param>
internal sealed record Matched(IReadOnlyList<Fact> Facts, IReadOnlyList<Fact> Others, double Score)
{
    /// <summary>Nothing.</summary>
    public static Matched Nothing { get; } = new([], [], 0);

    /// <summary>Why nothing was found, where something is known about it.</summary>
    public LocalizedText? Why { get; init; }

    /// <summary>Numbers that would be meant, were it not for whom they are of: another unit or base.</summary>
    public IReadOnlyList<Fact> OfOthers { get; init; } = [];

    /// <summary>Whether the sentence narrows the base to those that innovate; null when it doesn't say.</summary>
    public bool? Some { get; init; }

    /// <summary>Whether it speaks of all, though the numbers are of some.</summary>
    public bool SaysAll { get; init; }

    /// <summary>Whether what is named comes from the sentences before, beside a word that nothing here is called by: it may be of something else.</summary>
    public bool IsStrange { get; init; }

    /// <summary>Whether it speaks of the state workplaces.</summary>
    public bool SaysState { get; init; }

    /// <summary>Whether words alone say which number is meant.</summary>
    public bool IsSure => Score >= Matcher.Sure && Facts.Count > 0 && !IsStrange;
}

/// <summary>Finds the numbers that a claim can be held against: by an id where the draft carries one, else by words, group, year and place.</summary>
internal sealed class Matcher(FactBase facts)
{
    /// <summary>From here on the words say what is meant.</summary>
    public const double Sure = 0.46;

    private const double Least = 0.3;
    private const double Tied = 0.04;
    private const double Close = 0.14;
    private const double Far = 0.2;
    private const double Going = 0.1;
    private const int Strange = 2;
    private const string Home = "NO";

    private static readonly LocalizedText NoWords = new("Ordene peker ikke ut noe frigitt eller publisert tall.", "The words name no released or published number.");
    private static readonly LocalizedText NoGroup = new("Det er ikke frigitt noe tall for denne gruppen.", "No number was released for this group.");

    private readonly TopicSearch _search = new(facts.Topics);

    // The year that most released numbers are of: that of a text that names none.
    private readonly int _main = facts.Facts.Where(fact => fact.Figure is null).SelectMany(fact => fact.Years).GroupBy(year => year).MaxBy(year => year.Count())?.Key ?? 0;

    /// <summary>What a stretch of a sentence means.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="own">The stretch.</param>
    /// <param name="thread">What came before.</param>
    /// <param name="measures">The measures that can be meant.</param>
    /// <param name="at">The place of the claim in it.</param>
    /// <param name="isDenied">Whether it is denied.</param>
    /// <param name="family">The family of topics that is spoken of; null for any.</param>
    /// <param name="beside">The family that another claim of the sentence is of; null for that of the sentence before.</param>
    public Matched Find(Passage passage, Stretch own, Thread thread, IReadOnlyList<string> measures, int at, bool isDenied, string? family = null, string? beside = null)
    {
        var scope = Scope.Of(passage, own, thread, at);
        var mine = passage.Terms.Where(term => own.Holds(term.Start)).SelectMany(term => term.Keys).ToHashSet(StringComparer.Ordinal);
        var eligible = facts.Facts.Where(fact => measures.Contains(fact.Measure) && scope.Allows(fact) && (scope.HasYear || fact.Figure is not null || fact.Years.Count == 0 || fact.Years.Contains(_main)) && (family is null || fact.Topic.Family == family)).ToList();
        var byTopic = eligible.ToLookup(fact => fact.Topic);
        var topics = eligible.Select(fact => fact.Topic).Distinct().ToList();
        var cut = Search(passage, own, thread, topics, isDenied, isCut: true);
        var found = cut.Count > 0 && cut[0].Score >= Least ? cut : Search(passage, own, thread, topics, isDenied, isCut: false);
        if (found.Count == 0 || found[0].Score < Least)
        {
            return Matched.Nothing with { Why = NoWords };
        }

        // What is named better, and has no number of that year, country or level, was meant: nothing else.
        if (passage.Mentions.Countries.Count == 0 && thread.Country is null or Home
            && Search(passage, own, thread, [.. facts.Facts.Where(fact => measures.Contains(fact.Measure) && fact.Country == Home && (family is null || fact.Topic.Family == family)).Select(fact => fact.Topic).Distinct()], isDenied, isCut: true) is [var named, ..]
            && named.Score > found[0].Score + Far && !found.Exists(one => one.Topic.Kin == named.Topic.Kin))
        {
            return Matched.Nothing with { Why = NoGroup, Score = named.Score };
        }

        // A text that speaks of what set innovations off goes on with it.
        var spoken = beside ?? thread.Topic?.Family;
        // Unless words of its own ask another question: «samarbeidet med private bedrifter».
        var asked = mine.Where(found[0].Topic.Around[passage.Language].Contains).ToList();
        found = [.. found.Select(one => one.Topic.Family == spoken && asked.All(key => one.Topic.Around[passage.Language].Contains(key) || one.Topic.Names[passage.Language].Contains(key)) ? one with { Score = Math.Min(1, one.Score + Going) } : one).OrderByDescending(one => one.Score)];
        // What many surveys measure is meant of all of them, however each words it.
        var kin = found.GroupBy(one => one.Topic.Kin, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(one => one.Score), StringComparer.Ordinal);
        var narrowed = found.Select(one => one with { Score = kin[one.Topic.Kin] }).OrderByDescending(one => one.Score)
            .TakeWhile(one => one.Score >= Math.Max(found[0].Score - Far, Least)).Select(one => (one.Score, Facts: scope.Narrow([.. byTopic[one.Topic]]))).ToList();
        var best = narrowed.FirstOrDefault(one => one.Facts.Count > 0).Score;
        if (best == 0)
        {
            return Matched.Nothing with { Why = NoGroup, Score = found[0].Score };
        }

        List<Fact> meant = [.. narrowed.Where(one => one.Score >= best - Tied).SelectMany(one => one.Facts)];
        // «I oppvekst og utdanning»: of published figures those whose population the words name.
        if (meant.Where(fact => Called(fact) > 1).ToList() is { Count: > 0 } called)
        {
            meant = [.. meant.Where(fact => fact.Figure is null || called.Contains(fact))];
        }

        List<Fact> others = [.. narrowed.Where(one => one.Score < best - Tied && one.Score >= best - Close).SelectMany(one => one.Facts)];
        return new Matched([.. meant.Where(scope.Counts)], others, best)
        {
            OfOthers = [.. meant.Where(fact => !scope.Counts(fact))],
            Some = scope.Some,
            SaysAll = scope.SaysAll,
            SaysState = scope.SaysState,
            IsStrange = !mine.Overlaps(meant.SelectMany(fact => fact.Topic.Names[passage.Language])) && passage.Terms.Any(IsStrange),
        };

        int Called(Fact fact) => fact.Figure is { } figure && Lexicon.Default.KeysOf(figure.Whose.In(passage.Language), passage.Language).Intersect(mine).ToList() is var keys
            && keys.Exists(key => !_search.Knows(key, passage.Language)) ? keys.Count : 0;

        bool IsStrange(Term term) => own.Holds(term.Start) && term.Keys.Count > 0 && !term.Keys.Any(key => _search.IsAbout(key, passage.Language))
            && !passage.Text[term.Start..term.End].Any(char.IsAsciiDigit)
            && !passage.Claims.Any(claim => term.Start >= claim.Start && term.Start < claim.End)
            && !Named(passage.Mentions.Groups, term) && !Named(passage.Mentions.Countries, term) && !Named(passage.Mentions.Bases, term) && !Named(passage.Mentions.Some, term) && !Named(passage.Mentions.Editions, term);

        static bool Named<T>(IReadOnlyList<Mention<T>> mentions, Term term) => mentions.Any(mention => term.Start >= mention.At && term.Start < mention.End);
    }

    /// <summary>The facts of that name, whatever their group: what a ranking runs over.</summary>
    public IEnumerable<Fact> Of(Topic topic) => facts.Of(topic);

    /// <summary>The facts of a fact's name and year that are shown by size, from the smallest: of the grouping with the most of them.</summary>
    public IReadOnlyList<Fact> BySize(Fact spoken) =>
        (from fact in facts.Of(spoken.Topic)
         where fact.Years.SequenceEqual(spoken.Years) && fact is { Measure: "share", IsWeighted: true, Groups.Count: 1 }
         let range = facts.Groups.FirstOrDefault(one => one.Variable == fact.Groups[0].Variable && one.Code == fact.Groups[0].Code)?.Range
         where range is not null
         orderby range.Value.From
         group fact by fact.Groups[0].Variable into sizes
         orderby sizes.Count(fact => fact.IsHidden), sizes.Count() descending
         select sizes.Where(fact => !fact.IsHidden).ToList()).FirstOrDefault() ?? [];

    /// <summary>Whether a sentence has no word on what is measured.</summary>
    public bool IsSilent(Passage passage) => passage.Terms.All(term => term.Keys.Count == 0) || !passage.Terms.SelectMany(term => term.Keys).Any(key => _search.IsAbout(key, passage.Language));

    /// <summary>All facts.</summary>
    public IReadOnlyList<Fact> All => facts.Facts;

    /// <summary>The fact of an id: «evidence/headlines/innovated=yes», «NOS18-INN-A».</summary>
    public Fact? ById(string id)
    {
        var name = id.StartsWith("evidence/", StringComparison.Ordinal) ? id["evidence/".Length..] : id;
        name = name.Split('#')[0].Split(':')[0];
        return facts.ById.GetValueOrDefault(name);
    }

    private List<Named> Search(Passage passage, Stretch own, Thread thread, List<Topic> topics, bool isDenied, bool isCut) =>
        _search.Rank(topics.Where(topic => !topic.Denies || isDenied), Words(passage, own, thread, isCut), passage.GroupKeys, passage.Language);

    private Dictionary<string, double> Words(Passage passage, Stretch own, Thread thread, bool isCut)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        HashSet<string> mine = new(StringComparer.Ordinal);
        var groups = passage.GroupKeys;
        foreach (var term in passage.Terms.Where(term => !IsAside(term)))
        {
            var isOwn = own.Holds(term.Start);
            foreach (var key in term.Keys)
            {
                if (isOwn && !IsGroup(term) && !groups.Contains(key))
                {
                    mine.Add(key);
                }

                Weigh(key, isOwn ? 1 : 0.25);
            }
        }

        // Nothing of its own: «… og 91 prosent i 2021» goes on with what was said. «Strømprisen steg 30 prosent i januar» has: what no source here speaks of.
        if (!mine.Any(key => _search.Knows(key, passage.Language) && key != "innovasjon"))
        {
            if (passage.Terms.Count(term => term.Keys.Count > 0 && !IsAside(term) && !IsGroup(term) && !passage.Claims.Any(claim => Holds(claim.Start, claim.End, term)) && !term.Keys.Any(key => _search.IsAbout(key, passage.Language))) >= Strange)
            {
                return weights;
            }

            foreach (var key in passage.Terms.Where(term => !IsAside(term)).SelectMany(term => term.Keys))
            {
                Weigh(key, 0.9);
            }

            foreach (var key in thread.Topic?.Names[passage.Language] ?? new HashSet<string>())
            {
                Weigh(key, weights.Any(one => one.Value > 0.5 && !groups.Contains(one.Key) && _search.Knows(one.Key, passage.Language) && one.Key != "innovasjon") ? 0.2 : 0.75);
            }
        }

        foreach (var key in thread.Before)
        {
            Weigh(key, 0.2);
        }

        foreach (var key in thread.Headings)
        {
            Weigh(key, 0.2);
        }

        return weights;

        void Weigh(string key, double weight) => weights[key] = Math.Max(weights.GetValueOrDefault(key), weight);

        bool IsAside(Term term) => (isCut && (passage.Mentions.Bases.Any(mention => Holds(mention.At, mention.End, term)) || passage.Mentions.Some.Any(mention => Holds(mention.At, mention.End, term))))
            || passage.Mentions.Groups.Any(mention => Holds(mention.At, mention.End, term) && mention.What.Range is not null);

        bool IsGroup(Term term) => passage.Mentions.Groups.Any(mention => Holds(mention.At, mention.End, term));

        static bool Holds(int from, int to, Term term) => term.Start >= from && term.Start < to;
    }
}
