namespace Barometer.Evidence.Drafts;

/// <summary>What a draft claims, and how each claim stands.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Language">The language it is mostly in.</param>
/// <param name="Findings">The claims with their verdicts, in the order of the text.</param>
/// <param name="HasReleased">Whether released numbers were there to compare with.</param>
internal sealed record DraftReport(DraftText Draft, Language Language, IReadOnlyList<DraftFinding> Findings, bool HasReleased)
{
    /// <summary>The claims that an author has to look at.</summary>
    public IEnumerable<DraftFinding> Alarms => Findings.Where(finding => finding.IsAlarm);
}

/// <summary>Checks the claims of a draft against released and published numbers.</summary>
/// <param name="facts">The numbers.</param>
internal sealed class DraftChecker(FactBase facts)
{
    private readonly Matcher _matcher = new(facts);

    /// <summary>Checks a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="progress">Hears after each block how many of all are done.</param>
    public DraftReport Check(DraftText draft, Action<int, int>? progress = null)
    {
        var language = DraftLanguage.Of(string.Join(' ', draft.Blocks.Select(block => block.Text)));
        var notice = SyntheticNotice.Of(draft);
        List<DraftFinding> findings = [];
        var trail = new Trail(language);
        foreach (var (done, block) in draft.Blocks.Index())
        {
            progress?.Invoke(done, draft.Blocks.Count);
            trail.Enter(block);
            if (block.Kind == BlockKind.Row)
            {
                findings.AddRange(TableJudge.Of(_matcher, facts, notice.Covers(block), block, trail, language));
                continue;
            }

            foreach (var sentence in DraftSentences.Of(block))
            {
                var passage = new Passage(sentence, DraftLanguage.Of(sentence.Text, language), facts.Groups);
                var bench = new Bench(_matcher, notice.Covers(block), passage, trail.Thread);
                findings.AddRange(Judge.Of(bench));
                trail.Leave(bench);
            }
        }

        return new DraftReport(draft, language, findings, facts.HasReleased);
    }
}
