using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests.Running;

public class NotebookRunnerTests(Sandbox sandbox)
{
    [Fact]
    public async Task RunAsync_StateAcrossCells_IsKept()
    {
        var result = await sandbox.RunAsync("var x = 20;\nint Twice(int n) => 2 * n;", "x = Twice(x) + 2;", "x");

        Assert.Null(result.Failure);
        Assert.Equal("42", result.Shown(3));
    }

    [Fact]
    public async Task RunAsync_UsingsAndTypesOfEarlierCells_AreSeen()
    {
        var result = await sandbox.RunAsync("using System.Globalization;", "public record Point(int X) { public string ToHtml() => $\"<b>{X}</b>\"; }", "new Point(CultureInfo.InvariantCulture.LCID)");

        Assert.Null(result.Failure);
        Assert.Equal("<b>127</b>", (string?)result.Outputs(3)[0]!["data"]!["text/html"]![0]);
    }

    [Fact]
    public async Task RunAsync_Await_GivesTheResult()
    {
        var result = await sandbox.RunAsync("var n = await Task.Run(async () => { await Task.Delay(1); return 7; });\nawait Task.FromResult(n + 1)");

        Assert.Null(result.Failure);
        Assert.Equal("8", result.Shown(1));
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("int n = 1;", "")]
    [InlineData("(string)null", "null")]
    [InlineData("Console.Write(\"x\")", "x")]
    [InlineData("await Task.CompletedTask", "")]
    [InlineData("((object)null).Display(); \"b\".Display(); 1.5.Display();", "nullb1.5")]
    [InlineData("// nothing", "")]
    [InlineData("if (true) { \"in\".Display(); }\n\"end\"", "inend")]
    public async Task RunAsync_Cell_ShowsWhatItDisplaysAndItsTrailingExpression(string code, string shown)
    {
        var result = await sandbox.RunAsync(code);

        Assert.Null(result.Failure);
        Assert.Equal(shown, result.Shown(1));
    }

    [Fact]
    public async Task RunAsync_Display_IsStoredAsDisplayDataWithSortedKeys()
    {
        var result = await sandbox.RunAsync("\"å\"");

        Assert.Equal(
            """{"data":{"text/plain":["å"]},"metadata":{},"output_type":"display_data"}""",
            result.Outputs(1)[0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task RunAsync_ConsoleAndDisplay_KeepTheirOrder()
    {
        var result = await sandbox.RunAsync("Console.Write(\"a\");\nConsole.WriteLine(1);\nConsole.Error.WriteLine(\"e\");\nConsole.WriteLine(\"b\\r\\nc\");\n\"d\".Display();\nConsole.Write('f');");

        Assert.Equal(
            ["stream/stdout/a1\n", "stream/stderr/e\n", "stream/stdout/b\nc\n", "display_data//d", "stream/stdout/f"],
            result.Outputs(1).Select(output => $"{output!["output_type"]}/{output["name"]}/{string.Concat((output["text"] ?? output["data"]!["text/plain"])!.AsArray())}"));
    }

    [Fact]
    public async Task RunAsync_ExecutionCounts_NumberTheCellsThatRan()
    {
        var result = await sandbox.RunAsync("1", " ", "2");

        var counts = ((JsonArray)JsonNode.Parse(result.Document.ToJson())!["cells"]!).Select(cell => (int?)cell!["execution_count"]);
        Assert.Equal([1, null, 2], counts);
        Assert.Equal([CellState.Succeeded, CellState.NotRun, CellState.Succeeded], result.Cells.Select(cell => cell.State));
    }

    [Fact]
    public async Task RunAsync_Progress_TellsOfEveryStartAndEnd()
    {
        var told = new Told();

        await sandbox.Runner.RunAsync(sandbox.Notebook("1", "2"), progress: told, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(
            [(1, CellState.Running), (1, CellState.Succeeded), (2, CellState.Running), (2, CellState.Succeeded)],
            told.Steps.Select(step => (step.Cell, step.State)));
        Assert.All(told.Steps, step => Assert.Equal(2, step.Cells));
    }

    [Fact]
    public async Task RunAsync_InputAskedFor_IsAnError()
    {
        var result = await sandbox.RunAsync("Console.ReadLine()");

        Assert.Contains("can't ask for input", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python", null)]
    [InlineData(null, "html")]
    public async Task RunAsync_AnotherLanguage_IsRefused(string? notebook, string? cell)
    {
        var root = JsonNode.Parse(NotebookText.Of("1"))!;
        root["metadata"]!["kernelspec"]!["language"] = notebook ?? "C#";
        root["cells"]![0]!["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = cell ?? "csharp" };
        var path = Path.Combine(sandbox.NewFolder(), "other.ipynb");
        await File.WriteAllTextAsync(path, root.ToJsonString(), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<NotebookException>(() => sandbox.Runner.RunAsync(path, cancel: TestContext.Current.CancellationToken));

        Assert.Equal(notebook ?? cell, refused.Problem.Got);
    }

    private sealed class Told : IProgress<CellProgress>
    {
        public List<CellProgress> Steps { get; } = [];

        public void Report(CellProgress value) => Steps.Add(value);
    }
}
