namespace Barometer.Cli.Tests.Commands;

public class SynthesizeCommandTests
{
    [Fact]
    public async Task Synthesize_WithoutTheFiles_MakesTheCommittedBytes()
    {
        using var clone = Clone.With();
        var before = clone.Snapshot();
        Directory.Delete(clone["data/synthetic"], recursive: true);

        var run = (await Tool.RunProcessAsync(clone, new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8" }, "synthesize")).Succeeded();

        Assert.Equal(before, clone.Snapshot());
        Assert.Equal(
            clone.Snapshot("data/synthetic").Select(line => line.Split(' ')[0]["data/".Length..]),
            run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
