namespace Barometer.Analysis.Tests.Conformance;

/// <summary>The project's own delivered files, compared as the conformance runner does.</summary>
public class DeliveryCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases", "deliveries");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "files")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reader_CommittedFile_GivesWhatHavenGives(string name)
    {
        var (verdict, detail) = DeliveriesCommand.Compare(Folder, Path.Combine(Folder, "expected", name + ".json"));

        Assert.True(verdict == (IsDamaged(name) ? "refused" : "ok"), detail);
    }

    [Theory]
    [InlineData("corrupt-dictionary.sav", "record of an unknown type (byte 1052)")]
    [InlineData("corrupt-header-cut.sav", "ends inside the header (byte 100)")]
    [InlineData("corrupt-row-cut.sav", "ends inside row 40 (byte 38271)")]
    [InlineData("csv-renamed.sav", "text with semicolons")]
    [InlineData("empty-file.sav", "The file is empty")]
    public void Reader_DamagedFile_SaysWhatAndWhere(string name, string said)
    {
        var (_, detail) = DeliveriesCommand.Compare(Folder, Path.Combine(Folder, "expected", name + ".json"));

        Assert.Contains(said, detail, StringComparison.Ordinal);
    }

    // The runner reads 10,000; these are the first of them.
    [Fact]
    public void Reader_DamagedCopies_AreReadOrRefused()
    {
        using var output = new StringWriter();

        Assert.True(FuzzCommand.Run(Folder, 1500, output) == 0, output.ToString());
    }

    private static bool IsDamaged(string name) => name.StartsWith("corrupt-", StringComparison.Ordinal) || name is "csv-renamed.sav" or "empty-file.sav";
}
