namespace Barometer.Evidence.Drafts.Judging;

/// <summary>placeholder</summary>
internal static class TableJudge
{
    public static IEnumerable<DraftFinding> Of(Matcher matcher, FactBase facts, bool isDeclared, DraftBlock row, Trail trail, Language language) => [];
}
