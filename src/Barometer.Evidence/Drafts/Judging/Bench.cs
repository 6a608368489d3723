namespace Barometer.Evidence.Drafts.Judging;

/// <summary>What every judge needs: the numbers, what the text says of them, and the sentence with what came before it.</summary>
/// <param name="Matcher">Finds numbers.</param>
/// <param name="IsDeclared">Whether the text says that its numbers are synthetic.</param>
/// <param name="Passage">The sentence.</param>
/// <param name="Thread">What came before.</param>
internal sealed record Bench(Matcher Matcher, bool IsDeclared, Passage Passage, Thread Thread)
{
    private readonly Dictionary<Claim, Matched> _matched = [];

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
            : Matcher.Find(Passage, own, Thread, Measures(claim), claim.Start, Passage.IsDenied(own, claim.Start));
    }

    /// <summary>The names that a draft gives a claim's number: a bookmark, a field, a comment.</summary>
    public IEnumerable<DraftMark> Marks(Claim claim)
    {
        var (from, to) = (Passage.Sentence.Start + claim.Start, Passage.Sentence.Start + claim.End);
        return Passage.Sentence.Block.Marks.Where(mark => mark.Start < to && mark.End > from);
    }

    /// <summary>A finding on a claim of the sentence.</summary>
    public DraftFinding Finding(Claim claim, Verdict verdict, LocalizedText reason, Fact? fact = null, LocalizedText? expected = null) =>
        new(Passage.Sentence, Words(claim), verdict)
        {
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
    public string Words(Claim claim) => Passage.Sentence.Text[claim.Start..Math.Min(claim.End, Passage.Sentence.Text.Length)].Trim();

    private string[] Measures(Claim claim) => claim.Kind == ClaimKind.Points ? ["balance", "difference", "share"] : IsNet() ? ["balance"] : ["share"];

    private bool IsNet() => Passage.Text.Contains("netto", StringComparison.Ordinal) || Passage.Text.Contains("net balance", StringComparison.Ordinal) || Passage.Text.Contains("on balance", StringComparison.Ordinal);
}
