namespace Barometer.Analysis.Tests.Anonymity.Ledger;

public class ReleaseLedgerTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSameLedger()
    {
        var ledger = new ReleaseLedger([Entry("b-table", "02-x"), Entry("a-table", "01-y") with { IsPublished = true, Version = 2 }]);
        var path = Path.GetTempFileName();
        File.WriteAllText(path, ledger.ToJson());

        var read = ReleaseLedger.Read(path);

        Assert.Equal(["a-table", "b-table"], read.Entries.Select(entry => entry.Id));
        Assert.Equal(ledger.ToJson(), read.ToJson());
        Assert.True(read.Find("a-table") is { IsPublished: true, Version: 2 });
        File.Delete(path);
    }

    [Fact]
    public void Parse_WordsOfEarlierVersions_AreUnderstood()
    {
        var ledger = new ReleaseLedger([Entry("a-table", "01-y") with { IsPublished = true }]);
        var before = ledger.ToJson().Replace("\"published\"]", "\"shown\"]", StringComparison.Ordinal).Replace("\"suppressed\"", "\"hidden\"", StringComparison.Ordinal);

        Assert.Contains("hidden", before, StringComparison.Ordinal);
        Assert.Equal(ledger.ToJson(), ReleaseLedger.Parse(System.Text.Encoding.UTF8.GetBytes(before), "ledger.json").ToJson());
    }

    [Fact]
    public void Read_NoFile_IsEmpty() => Assert.Empty(ReleaseLedger.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())).Entries);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"releases\": [{\"id\": 3}]}")]
    public void Read_AnotherFile_IsRefused(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);

        Assert.Throws<BarometerException>(() => ReleaseLedger.Read(path));
        File.Delete(path);
    }

    [Fact]
    public void Ledger_OneIdInTwoNotebooks_IsRefused() =>
        Assert.Throws<BarometerException>(() => new ReleaseLedger([Entry("x", "01-a"), Entry("x", "02-b")]));

    [Fact]
    public void Digest_AnotherValue_IsAnother()
    {
        var maker = new TableMaker().Add("a", "yes", 20).Add("a", "no", 20).Add("b", "yes", 15).Add("b", "no", 25);
        var other = new TableMaker().Add("a", "yes", 21).Add("a", "no", 19).Add("b", "yes", 15).Add("b", "no", 25);
        string Digest(TableMaker one) => TableDigest.Of(new ReleaseSession(Policies.Standard).Release(one.Shares(), "x"));

        Assert.Equal(Digest(maker), Digest(maker));
        Assert.NotEqual(Digest(maker), Digest(other));
    }

    private static LedgerEntry Entry(string id, string notebook) => new()
    {
        Id = id,
        Notebook = notebook,
        Survey = "test",
        IsSynthetic = true,
        About = "share of «arbeidsplasser»",
        Digest = "00",
        Cells = [new LedgerCell("q=yes, group=a", CellStatus.Published), new LedgerCell("q=yes, group=b", CellStatus.Suppressed)],
    };
}
