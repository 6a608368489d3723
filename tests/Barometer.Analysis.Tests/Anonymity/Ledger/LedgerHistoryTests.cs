namespace Barometer.Analysis.Tests.Anonymity.Ledger;

public class LedgerHistoryTests
{
    private static readonly LedgerEntry One = Entry("one", CellStatus.Published), Two = Entry("two", CellStatus.Suppressed);
    private static readonly Edition First = Edition(1, "", One);
    private static readonly Edition Second = Edition(2, First.Digest, One with { Version = 2, Digest = "other" }) with { Erratum = "a wrong base" };

    private static readonly ReleaseLedger Published = new([One with { IsPublished = true, Edition = 1 }, Two], [First], []);

    private static readonly ReleaseLedger Corrected = new(
        [One with { IsPublished = true, Edition = 2, Version = 2, Digest = "other" }, Two], [First, Second], [new SupersededEntry(One with { IsPublished = true, Edition = 1 }, 2, "a wrong base")]);

    [Fact]
    public void Faults_LedgerAsItWasPublishedAndCorrected_AreNone()
    {
        Assert.Empty(new LedgerHistory(Published).Faults());
        Assert.Empty(new LedgerHistory(Corrected).Faults());
        Assert.Empty(new LedgerHistory(Corrected).Undone(Published));
    }

    [Fact]
    public void File_WithEditions_IsReadAsItWasWritten()
    {
        var text = Corrected.ToJson();

        var read = LedgerFile.Parse(System.Text.Encoding.UTF8.GetBytes(text), "ledger.json");

        Assert.Equal(text, read.ToJson());
        Assert.Equal([First.Digest, Second.Digest], read.Editions.Select(edition => edition.Digest));
        Assert.Equal(("a wrong base", 2, 1), (read.Superseded[0].Reason, read.Superseded[0].By, read.Superseded[0].Entry.Version));
        Assert.Empty(new LedgerHistory(read).Faults());
    }

    [Fact]
    public void File_NothingPublished_SaysNothingOfEditions()
    {
        var text = new ReleaseLedger([One, Two]).ToJson();

        Assert.DoesNotContain("edition", text, StringComparison.Ordinal);
        Assert.DoesNotContain("superseded", text, StringComparison.Ordinal);
        Assert.Equal(text, LedgerFile.Parse(System.Text.Encoding.UTF8.GetBytes(text), "ledger.json").ToJson());
    }

    [Fact]
    public void Faults_PublishedByHand_IsOne() =>
        Assert.Contains("no edition says so", Assert.Single(new LedgerHistory(new ReleaseLedger([One with { IsPublished = true }])).Faults()), StringComparison.Ordinal);

    [Fact]
    public void Faults_StatusOfAPublishedCellChanged_IsFound()
    {
        var changed = new ReleaseLedger([One with { IsPublished = true, Edition = 1, Cells = [new LedgerCell("innovated=yes", CellStatus.Suppressed)] }], [First], []);

        Assert.Contains("«one», version 1, of edition 1 is gone or was changed", new LedgerHistory(changed).Faults());
    }

    [Fact]
    public void Faults_EditionChanged_BreaksTheChain() => Assert.Contains(
        new LedgerHistory(new ReleaseLedger(Corrected.Entries, [First with { Reviewer = "XY" }, Second], Corrected.Superseded)).Faults(),
        fault => fault.StartsWith("edition 2 doesn't follow the one before", StringComparison.Ordinal));

    [Fact]
    public void Faults_ReplacedWithoutAnErratum_IsFound() => Assert.Contains(
        new LedgerHistory(new ReleaseLedger(Corrected.Entries, [First, Second with { Erratum = null }], Corrected.Superseded)).Faults(),
        fault => fault.Contains("no erratum says why", StringComparison.Ordinal));

    [Fact]
    public void Undone_LastEditionTakenOutWithItsState_IsFoundByTheEarlierLedger()
    {
        Assert.Empty(new LedgerHistory(new ReleaseLedger([One, Two])).Faults());
        Assert.Equal(
            ["edition 1 of 2026-11-29 is gone or was changed", "«one», version 1, was published and is gone or was changed"],
            new LedgerHistory(new ReleaseLedger([One, Two])).Undone(Published));
        Assert.NotEmpty(new LedgerHistory(Published).Undone(Corrected));
    }

    private static LedgerEntry Entry(string id, CellStatus status) => new()
    {
        Id = id,
        Notebook = "01-first",
        Survey = "small-2018",
        IsSynthetic = true,
        About = "share of agencies",
        Digest = "0123456789abcdef",
        Cells = [new LedgerCell("innovated=yes", status)],
    };

    private static Edition Edition(int number, string previous, params LedgerEntry[] entries) => new()
    {
        Number = number,
        Date = new DateOnly(2026, 11, 29),
        Commit = "abc",
        Policy = "1",
        Author = "AB",
        Reviewer = "CD",
        Outputs = "00",
        Previous = previous,
        Exceptions = [new ReleaseException("one", "known «anyway»")],
        Releases = [.. entries.Select(PublishedRelease.Of)],
    };
}
