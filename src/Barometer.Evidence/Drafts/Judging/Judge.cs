namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges every claim of a sentence.</summary>
internal static class Judge
{
    /// <summary>A finding for each claim, in their order.</summary>
    public static IEnumerable<DraftFinding> Of(Bench bench) => bench.Passage.Claims.Select(claim => Of(bench, claim)).OfType<DraftFinding>();

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
