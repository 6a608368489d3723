using System.Text.Json;

namespace Barometer.Cli.Tests.Commands;

/// <summary><c>barometer check-draft</c>: what an author wrote against published figures, where nothing was reproduced yet.</summary>
public sealed class CheckDraftCommandTests : IDisposable
{
    private readonly Clone _clone = Clone.With();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task CheckDraft_AWrongNumber_FailsAndWritesReportAndJson()
    {
        await WriteAsync("I 2018 jobbet 58 prosent av de statlige arbeidsplassene med innovasjon.");

        var run = (await Tool.RunAsync(_clone, "check-draft", "draft.md", "--json", "draft.json")).Ended(ExitCode.Failure);

        Assert.Contains("disagrees: «58 prosent»", run.Out, StringComparison.Ordinal);
        Assert.Contains("barometer reproduce", run.Error, StringComparison.Ordinal);
        Assert.Contains("<mark>58 prosent</mark>", await File.ReadAllTextAsync(_clone["draft.check.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_clone["draft.json"], TestContext.Current.CancellationToken));
        Assert.Equal("disagrees", json.RootElement[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task CheckDraft_NothingWrong_Succeeds()
    {
        await WriteAsync("In 2021, 91 per cent of the state workplaces worked with innovation.");

        var run = (await Tool.RunAsync(_clone, "check-draft", "draft.md", "--html", "report.html")).Succeeded();

        Assert.Contains("1 claims: 0 to look at, 0 undecided, 1 that agree.", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(_clone["report.html"]));
    }

    [Fact]
    public async Task CheckDraft_AnotherKindOfFile_SaysWhatItReads()
    {
        await File.WriteAllTextAsync(_clone["draft.pdf"], "x", TestContext.Current.CancellationToken);

        var run = (await Tool.RunAsync(_clone, "check-draft", "draft.pdf")).Ended(ExitCode.Failure);

        Assert.Contains(".docx, .md or .odt", run.Error, StringComparison.Ordinal);
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(_clone["draft.md"], text, TestContext.Current.CancellationToken);
}
