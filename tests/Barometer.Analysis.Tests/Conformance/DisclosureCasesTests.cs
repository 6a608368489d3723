using Barometer.Conformance.Disclosure;
namespace Barometer.Analysis.Tests.Conformance;

/// <summary>The project's reference cases for disclosure control, run as the conformance runner does.</summary>
public class DisclosureCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases", "disclosure");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Library_CommittedCase_FailsNoCheck(string name)
    {
        // The quick search has to do here; the runner takes its time.
        var (status, lines) = Run(Path.Combine(Folder, name), null, SearchEffort.Quick);

        Assert.DoesNotContain("FAIL", lines, StringComparison.Ordinal);
        Assert.Contains("pass", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("skipped", lines, StringComparison.Ordinal);
        Assert.Equal(0, status);
    }

    [Fact]
    public void Suppressor_StrategicCase_HidesNoMoreThanTheOptimum()
    {
        var (_, lines) = Run(Path.Combine(Folder, "b1-strategic-80"));

        Assert.Contains("own pattern: 105 of 144 cells hidden, proven fewest", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Runner_PatternsAskedFor_WritesThem()
    {
        var output = Directory.CreateTempSubdirectory("barometer-patterns-").FullName;

        Run(Path.Combine(Folder, "c2-zeros"), output);

        var lines = File.ReadAllLines(Path.Combine(output, "c2-zeros.csv"));
        Directory.Delete(output, recursive: true);
        Assert.Equal("table,cell,key,suppressed", lines[0]);
        Assert.Equal("T,8,8,1", lines[8]);
        Assert.Equal(17, lines.Length);
    }

    [Theory]
    [InlineData("""{"kind": "dance"}""")]
    [InlineData("""{"kind": "enumeration", "given": {"weather": 3}}""")]
    public void Runner_KindThatNothingChecks_Fails(string json)
    {
        var folder = Directory.CreateTempSubdirectory("barometer-case-").FullName;
        File.WriteAllText(Path.Combine(folder, "case.json"), json);
        File.WriteAllText(Path.Combine(folder, "expected.json"), """{"expected": {}}""");

        var (status, lines) = Run(folder);

        Directory.Delete(folder, recursive: true);
        Assert.Equal(1, status);
        Assert.Contains("FAIL", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Runner_NoCase_SaysSo()
    {
        var empty = Directory.CreateTempSubdirectory("barometer-cases-").FullName;

        var (status, lines) = Run(empty);

        Directory.Delete(empty);
        Assert.Equal(2, status);
        Assert.Contains("no case", lines, StringComparison.Ordinal);
    }

    private static (int Status, string Lines) Run(string folder, string? patterns = null, SearchEffort effort = SearchEffort.Thorough)
    {
        using var output = new StringWriter();
        return (DisclosureCommand.Run(folder, patterns, effort, output, output), output.ToString());
    }
}
