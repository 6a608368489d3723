namespace Barometer.Evidence.Drafts.Judging;

/// <summary>What every judge needs: the numbers, what the text says of them, and the sentence with what came before it.</summary>
/// <param name="Matcher">Finds numbers.</param>
/// <param name="IsDeclared">Whether the text says that its numbers are synthetic.</param>
/// <param name="Passage">The sentence.</param>
/// <param name="Thread">What came before.</param>
internal sealed record Bench(Matcher Matcher, bool IsDeclared, Passage Passage, Thread Thread)
{
    private readonly Dictionary<Claim, Matched> _matched = [];

    /// <summary>The two numbers that the sentence compares; null until it has been judged, and where it compares none.</summary>
    public Pair? Pair { get; set; }

    /// <summary>Whether the sentence has no word of its own on what is measured, and goes on with the one before.</summary>
    public bool IsSilent => Matcher.IsSilent(Passage);

    /// <summary>What a share or a difference in the sentence can be held against: by its mark, else by its words.</summary>
    public Matched Match(Claim claim)
    {
        if (_matched.TryGetValue(claim, out var known))
        {
            return known;
        }

        var marked = Marks(claim).Select(mark => Matcher.ById(mark.Name)).OfType<Fact>().Distinct().ToList();
        var own = Passage.Of(claim);
        return _matched[claim] = marked.Count > 0 ? new Matched(marked, [], 1)
            : Matcher.Find(Passage, own, Thread, Measures(claim), claim.Start, Passage.IsDenied(own, claim.Start), beside: _matched.Where(one => one.Value.IsSure).Select(one => Meant(one.Key)?.Topic.Family).LastOrDefault());
    }

    /// <summary>The number that a claim most likely means: of those that its words name equally well, one that says the same.</summary>
    public Fact? Meant(Claim claim) => Match(claim) is { Facts: { Count: > 0 } facts } ? facts.FirstOrDefault(fact => ShareJudge.Of(claim, fact, isDenied: false) == AmountVerdict.Same) ?? facts[0] : null;

    /// <summary>The names that a draft gives a claim's number: a bookmark, a field, a comment.</summary>
    public IEnumerable<DraftMark> Marks(Claim claim)
    {
        var (start, end) = Passage.Place(claim);
        var (from, to) = (Passage.Sentence.Start + start, Passage.Sentence.Start + end);
        return Passage.Sentence.Block.Marks.Where(mark => mark.Start < to && mark.End > from);
    }

    /// <summary>A finding on a claim of the sentence.</summary>
    public DraftFinding Finding(Claim claim, Verdict verdict, LocalizedText reason, Fact? fact = null, LocalizedText? expected = null) =>
        new(Passage.Sentence, Words(claim), verdict)
        {
            Fact = fact,
            Source = fact?.Source,
            Expected = expected ?? fact?.Told,
            Found = Words(claim),
            Reason = reason,
        };

    /// <summary>A finding that is right, or synthetic where the text doesn't say so.</summary>
    public DraftFinding Right(Claim claim, LocalizedText reason, Fact fact, LocalizedText? expected = null) => fact.IsSynthetic && !IsDeclared
        ? Finding(claim, Verdict.Synthetic, new("Tallet er laget av syntetiske svar, og teksten sier det ikke.", "The number is made of synthetic answers, and the text doesn't say so."), fact, expected)
        : Finding(claim, Verdict.Agrees, reason, fact, expected);

    /// <summary>The claim in the author's words.</summary>
    public string Words(Claim claim) => Passage.Place(claim) is var (start, end) ? Passage.Sentence.Text[start..end].Trim() : "";

    private string[] Measures(Claim claim) => claim.Kind == ClaimKind.Points ? ["balance", "difference", "share"] : IsNet ? ["balance"] : ["share"];

    /// <summary>Whether the sentence speaks of net balances.</summary>
    public bool IsNet => Passage.Text.Contains("netto", StringComparison.Ordinal) || Passage.Text.Contains("net balance", StringComparison.Ordinal) || Passage.Text.Contains("on balance", StringComparison.Ordinal);
}
