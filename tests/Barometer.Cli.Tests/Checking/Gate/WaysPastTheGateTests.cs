using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>
/// Ways in which a number was brought past the gate, each planted in a clone: stored notebooks, files, the index. Synthetic: the
/// numbers are made up.
/// </summary>
public sealed class WaysPastTheGateTests(ReproducedClone reproduced) : IDisposable
{
    private const string First = "notebooks/01-first.ipynb";
    private readonly Planted _planted = new(reproduced.Clone);

    public void Dispose() => _planted.Dispose();

    [Theory]
    [InlineData("31<!-- not a result --> av 35<!-- not a result -->", "list of constants")]
    [InlineData("åttitre av nittiseks, åttifem prosent", "a numeral in letters")]
    [InlineData("`MzEgb2YgMzU=`", "decodes to a number")]
    [InlineData("XXXI av XXXV", "a numeral in letters")]
    [InlineData("⅞", "a number")]
    [InlineData("³¹ ㉛", "a number")]
    [InlineData("&#51;&#49;", "a number")]
    [InlineData("[her](https://example.org/31)", "a link leads to")]
    [InlineData("`31/35`", "a number")]
    [InlineData("I 1931.", "a number")]
    [InlineData("31. ja", "a number")]
    [InlineData("<span title=\"31 of 35\">ja</span>", "a tag")]
    public async Task Check_NumberInProse_IsStopped(string prose, string kind) =>
        await IsStoppedAsync(First + ", cell takeaway: line 3: ", kind, root => root.Cell("takeaway")["source"] = "## Ta med deg\n\n" + prose);

    [Theory]
    [InlineData("// 31 of 35", "comment")]
    [InlineData("// thirty-one of thirty-five", "comment")]
    [InlineData("var note = \"31 av 35 departementer\";", "text")]
    [InlineData("var ministry31of35 = true;", "names something after a number")]
    public async Task Check_NumberInCode_IsStopped(string code, string kind) =>
        await IsStoppedAsync(First + ", cell c3: line ", kind, root => root.Cell("c3")["source"] = $"{code}\n{root.Cell("c3")["source"]}");

    [Theory]
    [InlineData("tags", "metadata")]
    [InlineData("version", "metadata")]
    [InlineData("minor", "format")]
    [InlineData("count", "execution counts")]
    [InlineData("id", "unusual id")]
    [InlineData("word-id", "numeral in letters")]
    [InlineData("outputs", "carries no release")]
    [InlineData("order", "in their order")]
    public async Task Check_NumberInTheFile_IsStopped(string what, string kind) => await IsStoppedAsync(First, kind, root =>
    {
        switch (what)
        {
            case "tags": root.Cell("c2")["metadata"] = new JsonObject { ["tags"] = new JsonArray("31-of-35") }; break;
            case "version": root["metadata"]!["language_info"] = new JsonObject { ["version"] = "83.96" }; break;
            case "minor": root["nbformat_minor"] = 83; break;
            case "count": root.Cell("c4")["execution_count"] = 83; break;
            case "id": root.Cell("takeaway")["id"] = "ministry-31-of-35"; break;
            case "word-id": root.Cell("takeaway")["id"] = "thirty-one-of-thirty-five"; break;
            case "outputs": (root.Cell("c2")["outputs"], root.Cell("c3")["outputs"]) = (root.Cell("c3")["outputs"]!.DeepClone(), root.Cell("c2")["outputs"]!.DeepClone()); break;
            default: root.Cell("c4")["outputs"] = new JsonArray([.. root.Cell("c4")["outputs"]!.AsArray().Select(output => output!.DeepClone()).Reverse()]); break;
        }
    });

    [Theory]
    [InlineData("docs/leak.md", "31 av 35", "no document leads to it")]
    [InlineData("docs/leak.txt", "31 av 35", "no document leads to it")]
    [InlineData("leak.txt", "31 av 35", "has no place there")]
    [InlineData("notebooks/thirty-one-of-thirty-five.ipynb", "{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}", "named after a number")]
    [InlineData("notebooks/ministry-31-of-35.ipynb", "{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}", "has no place there")]
    [InlineData("data/releases/leak.json", "{}", "has no place there")]
    [InlineData("data/published/leak.csv", "n\n31", "has no place there")]
    [InlineData("data/synthetic/strategic-2018/responses.csv", "unit_id\n31", "it isn't what «barometer synthesize» makes")]
    [InlineData("data/synthetic/ministry-2018/responses.csv", "unit_id\n31", "it isn't what «barometer synthesize» makes")]
    [InlineData("data/leak/responses.csv", "n\n31", "has no place there")]
    [InlineData("notebooks/leak.md", "31 av 35", "has no place there")]
    [InlineData("docs/decisions/0999-a-choice.md", "Ja <!-- 31 av 35 -->", "a comment holds a number")]
    [InlineData("docs/decisions/0999-a-choice.md", "&#51;&#49; av &#51;&#53;", "character entity")]
    [InlineData("docs/decisions/0999-a-choice.md", "`MzEgb2YgMzU=`", "decodes to a number")]
    [InlineData("README.md", "![](data:text/plain,31)", "data stand in an address")]
    public async Task Check_File_IsStopped(string path, string text, string kind)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_planted.Clone[path])!);
        File.WriteAllText(_planted.Clone[path], text);

        IsStopped(await Tool.RunAsync(_planted.Clone, "check"), path, kind);
    }

    [Fact]
    public async Task Check_FiguresExchangedInTheDocumentation_IsStopped()
    {
        var (one, other) = (_planted.Clone["docs/figures/sample-share.png"], _planted.Clone["docs/figures/sample-share-en.png"]);
        Directory.CreateDirectory(_planted.Clone["docs/figures"]);
        File.WriteAllBytes(one, []);
        File.WriteAllBytes(other, []);
        (await Tool.RunAsync(_planted.Clone, "reproduce")).Succeeded();
        (await Tool.RunAsync(_planted.Clone, "check")).Succeeded();
        var bytes = await File.ReadAllBytesAsync(one, TestContext.Current.CancellationToken);
        File.Copy(other, one, overwrite: true);
        await File.WriteAllBytesAsync(other, bytes, TestContext.Current.CancellationToken);

        IsStopped(await Tool.RunAsync(_planted.Clone, "check"), "docs/figures/sample-share", "carries no release");
    }

    [Fact]
    public async Task CheckStaged_WhatIsIgnoredAndForcedIn_IsStopped()
    {
        Directory.CreateDirectory(_planted.Clone["leaks"]);
        File.WriteAllText(_planted.Clone["leaks/a.txt"], "31 av 35");
        File.WriteAllText(_planted.Clone[".gitignore"], "artifacts/\n");
        Git("init", "-q");
        Git("add", "-f", "artifacts/tables/sample-response.csv", "leaks/a.txt");

        var run = (await Tool.RunAsync(_planted.Clone, "check", "--staged")).Ended(ExitCode.Failure);

        Assert.Contains("artifacts/tables/sample-response.csv: what a run leaves behind", run.Error, StringComparison.Ordinal);
        Assert.Contains("leaks/a.txt: a file of that name has no place there", run.Error, StringComparison.Ordinal);
        IsStopped(await Tool.RunAsync(_planted.Clone, "check"), "artifacts/tables/sample-response.csv", "never committed");
    }

    [Theory]
    [InlineData("Av 31<!-- evidence/share/innovated=yes:0 --> svar.", "quotes numbers of the evidence pack")]
    [InlineData("Av 31 svar.", "a number")]
    public async Task CheckStaged_NumberInProse_IsStopped(string prose, string kind)
    {
        _planted.Change(root => root.Cell("takeaway")["source"] = "## Ta med deg\n\n" + prose);
        Directory.Delete(_planted.Clone["artifacts"], recursive: true);
        Git("init", "-q");
        Git("add", "notebooks/01-first.ipynb", "data");

        IsStopped(await Tool.RunAsync(_planted.Clone, "check", "--staged"), First, kind);
    }

    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"leak\", \"x\");", "it opens files")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(\"http://localhost\").Wait();", "it reaches for the network")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(share)", "it writes objects out")]
    [InlineData("share.GetType().GetProperty(\"Estimates\")", "it looks into types")]
    [InlineData("Environment.SetEnvironmentVariable(\"BAROMETER_EXPLORE\", \"1\");\nshare.Explore()", "it looks into types or starts programs")]
    [InlineData("share.Explore()", "it reads what isn't released")]
    [InlineData("barometer.Release(share, id: \"share-31\").Bars().Titled(\"31 av 35\", \"31 of 35\")", "its text holds a number")]
    [InlineData("Console.WriteLine(share)", "it prints")]
    public async Task Run_CellThatBreaksTheRules_IsNotRun(string code, string kind)
    {
        File.WriteAllText(_planted.Clone.Notebook("draft"), NotebookText.Of(
            "var barometer = Workbench.Open();\nvar share = barometer.Design(\"operational-2018\").Proportion(\"innovated\");\nbarometer.Survey(\"no-such-survey\")", code));
        var before = _planted.Clone.Snapshot();

        var run = (await Tool.RunAsync(_planted.Clone, "run", "draft")).Ended(ExitCode.Failure);

        IsStopped(run, "notebooks/draft.ipynb, cell 3 (c3) was not run", kind);
        Assert.DoesNotContain("There is no survey", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, _planted.Clone.Snapshot());
    }

    [Fact]
    public async Task Run_ExceptionWithANumberInItsText_IsToldByItsType()
    {
        File.WriteAllText(_planted.Clone.Notebook("draft"), NotebookText.Of(
            "var barometer = Workbench.Open();\nvar counts = barometer.Release(barometer.Survey(\"strategic-2018\").ResponseCounts(), id: \"of-a-draft\");\nint.Parse($\"{counts.Released.Content.Estimates[0].Value} agencies\")"));

        var run = (await Tool.RunAsync(_planted.Clone, "run", "draft")).Ended(ExitCode.Failure);

        Assert.Contains("cell 2 (c2), line 3: System.FormatException: the message isn't shown", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("180", run.Error + run.Out, StringComparison.Ordinal);
    }

    private async Task IsStoppedAsync(string where, string kind, Action<JsonObject> change)
    {
        _planted.Change(change);

        IsStopped(await Tool.RunAsync(_planted.Clone, "check"), where, kind);
    }

    private static void IsStopped(ToolRun run, string where, string kind)
    {
        run.Ended(ExitCode.Failure);
        Assert.StartsWith("error " + where, run.Error, StringComparison.Ordinal);
        Assert.Contains(kind, run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch("31|35|83|96|thirty|nitti", run.Error.Replace(where, "", StringComparison.Ordinal));
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _planted.Clone.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
