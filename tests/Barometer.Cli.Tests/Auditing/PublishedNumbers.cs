namespace Barometer.Cli.Tests.Auditing;

/// <summary>What releases of the synthetic surveys leave in <c>evidence.json</c>, without a notebook.</summary>
internal static class PublishedNumbers
{
    public static string Data { get; } = Path.Combine(Clone.Original, "data");

    public static ReleasePolicy Policy { get; } = ReleasePolicy.Read(Path.Combine(Data, "releases", "policy.json"));

    /// <summary>The document of what some code releases, with nothing decided before.</summary>
    public static EvidenceDocument Of(Action<Workbench> release) => Released(Data, ReleaseLedger.Empty, release).Document;

    /// <summary>The document, and the journal that decides on the releases together.</summary>
    public static (EvidenceDocument Document, IReadOnlyList<JournalEntry> Journal) Released(string data, ReleaseLedger ledger, Action<Workbench> release)
    {
        var journal = new List<JournalEntry>();
        new WorkbenchSetting { Data = data, Ledger = ledger, Released = journal.Add }.Apply();
        release(Workbench.Open());
        return (EvidenceDocument.Of([], [.. journal.Select(one => ("notebook", one.Released!))], new PackOrigin(data, null)), journal);
    }

    /// <summary>The cases of the strategic survey.</summary>
    public static (IReadOnlyList<AnswerCase> Cases, IReadOnlyDictionary<string, int> LeftOut) Strategic(EvidenceDocument document, string? data = null)
    {
        var (codebook, frame) = SurveyReader.ReadFrame(data ?? Data, "strategic-2018");
        return new AnswerCases(codebook, frame, Policy).Of(document);
    }
}
