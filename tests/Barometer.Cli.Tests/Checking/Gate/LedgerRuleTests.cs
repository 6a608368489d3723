namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>What is stored and the ledger of releases don't agree.</summary>
public sealed class LedgerRuleTests(ReproducedClone reproduced) : IDisposable
{
    private const string Ledger = "data/releases/ledger.json";
    private readonly Planted _planted = new(reproduced.Clone);

    public void Dispose() => _planted.Dispose();

    [Fact]
    public void Gate_Reproduced_RegisterNamesTheReleasesWithTheirDigests()
    {
        var shown = _planted.Clone.Read("data/releases/shown.csv");

        Assert.Matches("release ([a-z-]+): \\1@[0-9a-f]{16}", shown);
        Assert.Empty(_planted.Faults);
    }

    [Fact]
    public void Gate_ReleaseTheLedgerDoesNotList_Stops()
    {
        File.WriteAllText(_planted.Clone[Ledger], "{\n  \"releases\": []\n}\n");

        Assert.Contains(_planted.Faults, fault => fault.StartsWith("notebooks/01-first.ipynb, cell ", StringComparison.Ordinal)
            && fault.Contains("which the ledger doesn't list", StringComparison.Ordinal));
    }

    [Fact]
    public void Gate_CellThatTheLedgerHasHiddenSince_Stops()
    {
        var ledger = Barometer.Analysis.Anonymity.Ledger.ReleaseLedger.Read(_planted.Clone[Ledger]);
        var digest = ledger.Entries[0].Digest;
        File.WriteAllText(_planted.Clone[Ledger], _planted.Clone.Read(Ledger).Replace(digest, new string('0', digest.Length), StringComparison.Ordinal));

        Assert.Contains(_planted.Faults, fault => fault.Contains($"«{ledger.Entries[0].Id}» otherwise than the ledger has it", StringComparison.Ordinal));
    }

    [Fact]
    public void Unpublished_DraftsOfRealAnswers_MayNotBeCommitted()
    {
        LedgerEntry Entry(string id, bool isSynthetic, bool isPublished) => new()
        {
            Id = id,
            Notebook = "01-first",
            Survey = "made-up",
            IsSynthetic = isSynthetic,
            IsPublished = isPublished,
            About = "share of units",
            Digest = "0",
            Cells = [],
        };
        var mixed = new LedgerRule(new ReleaseLedger([Entry("draft", false, false), Entry("published", false, true), Entry("synthetic", true, false)]));

        var fault = Assert.Single(mixed.Unpublished(Ledger));
        Assert.Contains("1 release of real answers is a draft (draft)", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(new LedgerRule(new ReleaseLedger([Entry("published", false, true), Entry("synthetic", true, false)])).Unpublished(Ledger));
    }

    [Fact]
    public void Gate_StampWithoutItsRelease_Stops()
    {
        var (path, ledger) = ("data/releases/shown.csv", Barometer.Analysis.Anonymity.Ledger.ReleaseLedger.Read(_planted.Clone[Ledger]));
        var id = ledger.Entries.Select(entry => entry.Id).First(id => _planted.Clone.Read(path).Contains($"release {id}: ", StringComparison.Ordinal));
        var lines = _planted.Clone.Read(path).Split('\n').Select(line => line.Contains($"release {id}: ", StringComparison.Ordinal)
            ? line.Replace($"release {id}: {id}@{ledger.Find(id)!.Digest}", $"release {id}", StringComparison.Ordinal)
            : line);
        File.WriteAllText(_planted.Clone[path], string.Join('\n', lines));

        Assert.Contains(_planted.Faults, fault => fault.Contains("its stamp doesn't say which release", StringComparison.Ordinal));
    }
}
