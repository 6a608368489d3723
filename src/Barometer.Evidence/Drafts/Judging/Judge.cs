namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges every claim of a sentence.</summary>
internal static class Judge
{
    private static readonly LocalizedText Taken = new("Et annet tall i setningen sier det samme som kilden; dette gjelder trolig noe annet.", "Another number of the sentence says what the source says; this one is probably of something else.");

    /// <summary>A finding for each claim, in their order.</summary>
    public static IEnumerable<DraftFinding> Of(Bench bench)
    {
        var judged = bench.Passage.Claims.Select(claim => (Claim: claim, Finding: Of(bench, claim))).Where(one => one.Finding is not null).ToList();

        // Two numbers of a sentence are of two things: what one of them says rightly, another, unless it says it again in brackets, doesn't say wrongly.
        return judged.Select(one => one.Claim.Kind is ClaimKind.Share or ClaimKind.Count && one.Finding is { Verdict: Verdict.Disagrees or Verdict.RoundedWrongly, Fact: { } fact }
            && judged.Exists(other => other.Claim.Kind == one.Claim.Kind && other.Finding is { Verdict: Verdict.Agrees or Verdict.Synthetic } right && right.Fact == fact && (other.Claim.Kind == ClaimKind.Count || bench.Match(other.Claim).IsSure) && bench.Passage.Of(other.Claim) != bench.Passage.Of(one.Claim))
                ? one.Finding with { Verdict = Verdict.Undecided, Reason = Taken } : one.Finding!);
    }

    private static DraftFinding? Of(Bench bench, Claim claim) => claim.Kind switch
    {
        ClaimKind.Share => ShareJudge.Share(bench, claim),
        ClaimKind.Count when !claim.IsOfShare || bench.Passage.Head(claim) is null => CountJudge.Of(bench, claim),
        ClaimKind.Interval when !claim.IsOfShare || bench.Passage.Head(claim) is null => ShareJudge.Span(bench, claim),
        ClaimKind.Margin when bench.Passage.Head(claim) is null => ShareJudge.Beside(bench, claim, claim with { Kind = ClaimKind.Share, IsOfShare = false }),
        ClaimKind.Count or ClaimKind.Interval or ClaimKind.Margin => bench.Passage.Head(claim) is { } head ? ShareJudge.Beside(bench, claim, head) : null,
        ClaimKind.Points or ClaimKind.Ratio or ClaimKind.Comparison or ClaimKind.Change => PairJudge.Of(bench, claim),
        ClaimKind.Rank => RankJudge.Of(bench, claim),
        _ => null,
    };
}
