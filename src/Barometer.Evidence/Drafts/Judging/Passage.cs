using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>A sentence as it is read: its claims, its words, what it names, and which of its words belong to which claim.</summary>
internal sealed partial class Passage
{
    private readonly PlainText _plain;

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">Its language.</param>
    /// <param name="groups">The groups there are.</param>
    public Passage(DraftSentence sentence, Language language, IReadOnlyList<GroupWords> groups)
    {
        Sentence = sentence;
        Language = language;
        _plain = PlainText.Of(sentence.Text);
        Terms = Lexicon.Default.Terms(Text, language);
        Mentions = Mentions.In(Text, Terms, language, groups);
        var amounts = Amounts.In(Text, language);
        Claims = [.. amounts.Concat(Statements.In(Text, amounts)).OrderBy(claim => claim.Start)];
        Segments = Cut();
    }

    /// <summary>The sentence.</summary>
    public DraftSentence Sentence { get; }

    /// <summary>Its language.</summary>
    public Language Language { get; }

    /// <summary>Its text as it is read; places are of this.</summary>
    public string Text => _plain.Text;

    /// <summary>The words by which the groups are called that it names.</summary>
    public IReadOnlySet<string> GroupKeys => field ??=
        Mentions.Groups.SelectMany(mention => Lexicon.Default.KeysOf(mention.What.Label.In(Language), Language).Concat(mention.What.Names[Language])).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where a claim stands in the sentence as it was written.</summary>
    public (int Start, int End) Place(Claim claim) => (_plain.At(claim.Start), _plain.At(claim.End));

    /// <summary>Its words.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>What it names.</summary>
    public Mentions Mentions { get; }

    /// <summary>Its claims, in their order.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The stretch of text that belongs to each claim of a number of its own.</summary>
    public IReadOnlyDictionary<Claim, Stretch> Segments { get; }

    /// <summary>The stretch that a claim belongs to: its own, that of the claim it hangs on, or the whole sentence.</summary>
    public Stretch Of(Claim claim) => Segments.TryGetValue(claim, out var own) ? own
        : claim.IsOfShare && Head(claim) is { } head && Segments.TryGetValue(head, out var heads) ? heads : Stretch.Of(0, Text.Length);

    /// <summary>The claims that have a number of their own, which others hang on.</summary>
    private List<Claim> Heads => [.. Claims.Where(claim => claim.Kind is ClaimKind.Share or ClaimKind.Points || (claim.Kind is ClaimKind.Count or ClaimKind.Interval && !claim.IsOfShare))];

    /// <summary>The share that an interval, a margin or a number of answers belongs to: the one before it, else the only one.</summary>
    public Claim? Head(Claim claim)
    {
        var shares = Claims.Where(one => one.Kind is ClaimKind.Share or ClaimKind.Points).ToList();
        return shares.LastOrDefault(share => share.Start < claim.Start) ?? (shares.Count > 0 ? shares[0] : null);
    }

    /// <summary>The piece of a stretch that a claim stands in, cut at «, og» and «, men» before and behind it.</summary>
    public Stretch Clause(Claim claim, Stretch stretch)
    {
        var cuts = Clause().Matches(Text).Select(match => match.Index).ToList();
        var (from, to) = (cuts.LastOrDefault(cut => cut <= claim.Start), cuts.FirstOrDefault(cut => cut >= claim.End, Text.Length));
        return new Stretch([.. stretch.Pieces.Select(piece => (From: Math.Max(piece.From, from), To: Math.Min(piece.To, to))).Where(piece => piece.From < piece.To)]);
    }

    /// <summary>Whether a stretch says that something isn't so.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="at">Where the claim stands: what is denied before a colon is something else.</param>
    public bool IsDenied(Stretch stretch, int at) => Denial().Matches(Text).Any(match => stretch.Holds(match.Index) && !(match.Index > at && Clause().IsMatch(Text[at..match.Index])) && match.Index > Text.LastIndexOfAny([':', ';'], Math.Min(at, Text.Length - 1)) && !Mentions.Some.Any(some => some.At <= match.Index && some.End >= match.Index + match.Length));

    // Between two claims the words are shared out at the strongest joint: «mens», a semicolon, a comma, «og».
    private Dictionary<Claim, Stretch> Cut()
    {
        Dictionary<Claim, Stretch> segments = [];
        var heads = Heads;
        var start = 0;
        for (var i = 0; i < heads.Count; i++)
        {
            var end = i + 1 < heads.Count ? Joint(heads[i], heads[i + 1]) : Text.Length;
            segments[heads[i]] = Stretch.Of(start, end);
            start = end;
        }

        // «Fire av ti har ikke evaluert den (38 prosent)»: the number in brackets says the same again.
        foreach (var (one, again) in heads.Zip(heads.Skip(1)).Where(pair => pair.First is { Kind: ClaimKind.Share or ClaimKind.Points, IsInBrackets: false } && pair.Second is { Kind: ClaimKind.Share, IsInBrackets: true }
            && !Joined().IsMatch(Text[pair.First.End..pair.Second.Start])))
        {
            segments[one] = segments[again] = Stretch.Of(segments[one].Start, segments[again].End);
        }

        foreach (var (claim, stretch) in Lists.Paired(this, heads.Where(claim => claim.Kind == ClaimKind.Share).ToList()))
        {
            segments[claim] = stretch;
        }

        return segments;
    }

    private int Joint(Claim one, Claim next)
    {
        var between = Text[one.End..next.Start];
        // «leder (47 prosent), medarbeidere (46 prosent)»: what stands in brackets belongs to the words before it.
        if (one.IsInBrackets && next.IsInBrackets && between.IndexOf(')', StringComparison.Ordinal) is var close and >= 0)
        {
            return one.End + close + 1;
        }

        if (Strong().Matches(between) is { Count: > 0 } strong)
        {
            return one.End + strong[^1].Index;
        }

        // Not at one right before a number: «…, og lavest blant de minste, 21 prosent».
        if (Comma().Matches(between) is { Count: > 0 } commas)
        {
            return one.End + (commas.LastOrDefault(comma => between[comma.Index..].Any(char.IsLetter)) ?? commas[^1]).Index;
        }

        var ands = And().Matches(between);
        return ands.Count == 0 ? next.Start
            : ands[0].Index <= 1 && between.Length > 12 ? one.End + ands[0].Index
            : one.End + ands[^1].Index;
    }

    [GeneratedRegex(@"\s(?:mens|men|mot|while|whereas|but|against|compared with|compared to|sammenlignet med|versus|enn|than)\s|;|\s[–—]\s|:\s")]
    private static partial Regex Strong();

    [GeneratedRegex(@",\s")]
    private static partial Regex Comma();

    // Behind it something else is said: «hver femte samarbeidet med bedrifter, og like mange med ingen».
    [GeneratedRegex(@",\s(?:og|men|mens|and|but|while)\s")]
    private static partial Regex Clause();

    [GeneratedRegex(@"[,;:]|\s(?:mens|men|mot|og|while|but|and|against|enn|than)\s")]
    private static partial Regex Joined();

    [GeneratedRegex(@"\s(?:og|and|samt|til|to|from|fra|or|eller)\s")]
    private static partial Regex And();

    [GeneratedRegex(@"(?<!\bvet )(?<!\bvisste )\bikke\b(?! (?:bare|overraskende|uventet|mindre enn|mer enn|relevant|uten|minst|signifikant|statistisk|med noen|med andre|samarbeid))|\b(?:ingen|intet|aldri|never|none|neither|nobody)\b(?! (?:forskjell|reell))|\bnot\b(?! (?:only|surprisingly|less than|more than|relevant|least|significant|statistically))|\b(?:do|does|did|have|has|had|is|are|was|were)n't\b(?! know)|\bno\b(?! (?:more|fewer|less|longer|difference|clear|real|one))|\bwithout\b|\buten\b|\black(?:s|ed|ing)? |\bmangler\b")]
    private static partial Regex Denial();
}

/// <summary>A part of a sentence, of one or several pieces.</summary>
/// <param name="Pieces">The pieces, from and to.</param>
internal sealed record Stretch(IReadOnlyList<(int From, int To)> Pieces)
{
    /// <summary>A stretch of one piece.</summary>
    public static Stretch Of(int from, int to) => new([(from, to)]);

    /// <summary>All of a text but some pieces.</summary>
    public static Stretch Without(int length, IEnumerable<(int From, int To)> gaps)
    {
        List<(int, int)> pieces = [];
        var at = 0;
        foreach (var (from, to) in gaps.Order())
        {
            if (from > at)
            {
                pieces.Add((at, from));
            }

            at = Math.Max(at, to);
        }

        pieces.Add((at, length));
        return new Stretch(pieces);
    }

    /// <summary>Where it begins.</summary>
    public int Start => Pieces.Count == 0 ? 0 : Pieces.Min(piece => piece.From);

    /// <summary>Where it ends.</summary>
    public int End => Pieces.Count == 0 ? 0 : Pieces.Max(piece => piece.To);

    /// <summary>Whether a place lies in it.</summary>
    public bool Holds(int at) => Pieces.Any(piece => at >= piece.From && at < piece.To);

    /// <summary>Its text.</summary>
    public string In(string text) => string.Concat(Pieces.Select(piece => text[piece.From..Math.Min(piece.To, text.Length)]));
}
