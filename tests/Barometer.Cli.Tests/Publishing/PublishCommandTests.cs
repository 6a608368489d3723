using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Publishing;

/// <summary>Publishing in a clone of the sample notebooks, which has a history of its own.</summary>
public sealed partial class PublishCommandTests : IDisposable
{
    private const string Ledger = "data/releases/ledger.json";
    private readonly Clone _clone;

    public PublishCommandTests(ReproducedClone reproduced)
    {
        _clone = reproduced.Clone.Copy();
        File.WriteAllText(_clone[".gitignore"], "artifacts/\ndata/restricted/\nnotebooks/load.cs\n");
        File.Copy(Path.Combine(Clone.Original, "CITATION.cff"), _clone["CITATION.cff"]);
        Git("init", "-q");
        Commit("start");
    }

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Publish_FromReviewToErratum_KeepsEverythingThatWasPublished()
    {
        // The report alone: nothing is published. It takes what an audit of the same content has proven.
        var before = _clone.Read(Ledger);
        var share = ReleaseLedger.Read(_clone[Ledger]).Find("sample-share")!;
        new AuditRecord(IsQuick: true, 56, [new ReleaseProof("sample-share", share.Digest, 344, 338, 31, 30), new ReleaseProof("sample-response", "another", 1, 0, 0, 0)]).Store(_clone["data"]);
        var code = await Review("sample-share", "sample-response");
        Assert.Equal(before, _clone.Read(Ledger));
        var report = _clone.Read("data/restricted/review/edition-1.md");
        Assert.Contains("[Frequencies](https://www.w3id.org/statbarnsdc#Frequencies)", report, StringComparison.Ordinal);
        Assert.Matches(@"\| sample-share \| Frequencies, StatisticalHypothesisTests \| 4 \| 2 \| 0 \| \d+ \| \d+ \| \d+ \| \d+ % \| [\d.]+ to [\d.]+ \|", report);

        Assert.Contains("prove 338 of 344 answers of organisations, and 30 of 31 counts", report, StringComparison.Ordinal);
        Assert.Equal(2, report.Split("no audit of this content is at hand").Length);

        // With a second pair of eyes: an edition, which the outputs name.
        await Publish(code, "sample-share", "sample-response");
        Commit("edition 1");
        var ledger = ReleaseLedger.Read(_clone[Ledger]);
        var edition = Assert.Single(ledger.Editions);
        Assert.Equal((1, "AB", "CD", "2026-11-29", 2), (edition.Number, edition.Author, edition.Reviewer, edition.Told, edition.Releases.Count));
        Assert.Equal(["sample-response", "sample-share"], ledger.Entries.Where(entry => entry is { IsPublished: true, Edition: 1, Version: 1 }).Select(entry => entry.Id).Order());
        Assert.Contains("Utgave 1, 2026-11-29, kode ", Word(), StringComparison.Ordinal);
        Assert.Contains("Utgave 1, 2026-11-29", _clone.Read("artifacts/index.html"), StringComparison.Ordinal);
        Assert.Contains("2 of 3 releases are published", _clone.Read("artifacts/index-en.html"), StringComparison.Ordinal);
        Assert.Equal(["sample-response", "sample-share"], EvidenceJson.Read(_clone.Read("artifacts/evidence/evidence.json")).Edition!.Releases.Order());
        Assert.Contains("version: \"0.1.0, edition 1\"", _clone.Read("CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains("artifacts/evidence/evidence.docx".Split('/', 2)[1], _clone.Read("data/releases/editions/1.csv"), StringComparison.Ordinal);
        (await Tool.RunAsync(_clone, "check")).Succeeded();
        (await Tool.RunAsync(_clone, "reproduce", "--check")).Succeeded();

        // Another content under a published id is not written.
        _clone.Replace("notebooks/01-first.ipynb", "by: \\\"agency_group\\\"", "by: \\\"size_group\\\"");
        var published = _clone.Read(Ledger);
        var refused = (await Tool.RunAsync(_clone, "reproduce")).Ended(ExitCode.Failure);
        Assert.Contains("«sample-share» is published in edition 1, and a fresh run gives another content", refused.Error, StringComparison.Ordinal);
        Assert.Equal(published, _clone.Read(Ledger));

        // A correction keeps both, with the reason.
        Commit("another grouping");
        await Publish(await Review("sample-share", "--erratum", "wrong grouping"), "sample-share", "--erratum", "wrong grouping");
        Commit("edition 2");
        ledger = ReleaseLedger.Read(_clone[Ledger]);
        var old = Assert.Single(ledger.Superseded);
        Assert.Equal((1, 2, "wrong grouping"), (old.Entry.Version, old.By, old.Reason));
        Assert.Contains(old.Entry.Cells, cell => cell.About == "innovated=yes, agency_group=university");
        var now = ledger.Find("sample-share")!;
        Assert.Equal((2, 2, true), (now.Version, now.Edition, now.IsPublished));
        Assert.Contains(now.Cells, cell => cell.About == "innovated=yes, size_group=from_50");
        Assert.Equal(ledger.Editions[0].Digest, ledger.Editions[1].Previous);
        Assert.Contains("Utgave 2, rettet, ", Word(), StringComparison.Ordinal);
        (await Tool.RunAsync(_clone, "check")).Succeeded();

        // What was published can't go away.
        await IsUndone(_clone.Read(Ledger).Replace("\"wrong grouping\"", "\"no reason\"", StringComparison.Ordinal), "edition 2 of 2026-11-29 is gone or was changed");
        await IsUndone(_clone.Read(Ledger).Replace("[\"innovated=yes, agency_group=university\", \"published\"]", "[\"innovated=yes, agency_group=university\", \"suppressed\"]", StringComparison.Ordinal), "«sample-share», version 1, was published and is gone or was changed");
        await IsUndone(before, "edition 1 of 2026-11-29 is gone or was changed");
    }

    [Fact]
    public async Task Publish_ReleaseThatNoNotebookMakesAnyMore_IsTakenBackByAnErratumOnly()
    {
        await Publish(await Review("sample-second"), "sample-second");
        Commit("edition 1");
        File.Delete(_clone["notebooks/02-second.ipynb"]);
        File.Delete(_clone["notebooks/en/02-second.md"]);
        Assert.Contains("no notebook releases it any more", (await Tool.RunAsync(_clone, "reproduce")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
        Commit("without the second");

        await Publish(await Review("sample-second", "--erratum", "not ours to publish"), "sample-second", "--erratum", "not ours to publish");
        Commit("edition 2");

        var ledger = ReleaseLedger.Read(_clone[Ledger]);
        Assert.Null(ledger.Find("sample-second"));
        Assert.Equal("not ours to publish", Assert.Single(ledger.Superseded).Reason);
        Assert.True(Assert.Single(ledger.Editions[1].Releases).IsWithdrawn);
        (await Tool.RunAsync(_clone, "check")).Succeeded();
    }

    [Fact]
    public async Task Publish_WithoutWhatItTakes_IsRefusedAndWritesNothing()
    {
        var before = _clone.Read(Ledger);

        await Refused("The reviewer is the author", "sample-share", "--author", "AB", "--reviewer", "AB", "--review", "x");
        await Refused("named by their initials", "sample-share", "--author", "A", "--reviewer", "CD", "--review", "x");
        await Refused("There is no release «sample-shares» on the ledger", "sample-shares");
        await Refused("isn't published, so there is nothing to correct", "sample-share", "--erratum", "x");
        await Refused("isn't among what is to be published", "sample-share", "--except", "sample-second=x");
        var refused = (await Tool.RunAsync(_clone, "publish", "sample-share", "--author", "AB", "--reviewer", "CD", "--review", "0123456789abcdef", "--except", "sample-share=all the same")).Ended(ExitCode.Failure);
        Assert.Contains("the report isn't the one that was read", refused.Error, StringComparison.Ordinal);
        Assert.Contains("is excepted, and nothing was found of it", refused.Error, StringComparison.Ordinal);
        File.AppendAllText(_clone["CITATION.cff"], "\n");
        await Refused("There are changes that no commit holds", "sample-share", "--author", "AB", "--reviewer", "CD", "--review", "x");

        Assert.Equal(before, _clone.Read(Ledger));
        Assert.False(Directory.Exists(_clone["data/releases/editions"]));
    }

    private async Task<string> Review(params string[] arguments)
    {
        var run = (await Tool.RunAsync(_clone, ["publish", .. arguments, "--date", "2026-11-29"])).Succeeded();
        return Code().Match(run.Out).Groups[1].Value;
    }

    private async Task Publish(string code, params string[] arguments) =>
        (await Tool.RunAsync(_clone, ["publish", .. arguments, "--author", "AB", "--reviewer", "CD", "--review", code, "--date", "2026-11-29"])).Succeeded();

    private async Task Refused(string why, params string[] arguments) =>
        Assert.Contains(why, (await Tool.RunAsync(_clone, ["publish", .. arguments])).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);

    private async Task IsUndone(string ledger, string fault)
    {
        var kept = _clone.Read(Ledger);
        Assert.NotEqual(kept, ledger);
        File.WriteAllText(_clone[Ledger], ledger);
        Assert.Contains(fault, (await Tool.RunAsync(_clone, "check")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
        Git("add", Ledger);
        Assert.Contains(fault, (await Tool.RunAsync(_clone, "check", "--staged")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
        File.WriteAllText(_clone[Ledger], kept);
        Git("add", Ledger);
    }

    private string Word()
    {
        using var zip = ZipFile.OpenRead(_clone["artifacts/evidence/evidence.docx"]);
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return text.ReadToEnd();
    }

    private void Commit(string subject)
    {
        Git("add", "-A", ".");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", subject);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _clone.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    [GeneratedRegex("--review ([0-9a-f]{16})")]
    private static partial Regex Code();
}
