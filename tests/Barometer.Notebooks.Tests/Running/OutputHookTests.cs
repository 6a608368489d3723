using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests.Running;

public class OutputHookTests(Sandbox sandbox)
{
    private const string Figure = """
        class Figure
        {
            public IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() => new[]
            {
                new Dictionary<string, string> { ["image/png"] = "iVBORw0KGgo=", ["text/plain"] = "figure" },
                new Dictionary<string, string> { ["application/vnd.test.artifact+json"] = "{\"b\":1.0,\"a\":[\"æ\"]}", ["text/html"] = "<p>\nå</p>" },
            };
        }
        new Figure()
        """;

    [Fact]
    public async Task Bundle_FormsOfEveryKind_AreStoredAsNbformatHasThem()
    {
        var result = await sandbox.RunAsync(Figure);

        Assert.Null(result.Failure);
        Assert.Equal("iVBORw0KGgo=", (string?)result.Outputs(1)[0]!["data"]!["image/png"]);
        Assert.Equal("1.0", result.Outputs(1)[1]!["data"]!["application/vnd.test.artifact+json"]!["b"]!.ToJsonString());
        Assert.Equal(["<p>\n", "å</p>"], result.Outputs(1)[1]!["data"]!["text/html"]!.AsArray().Select(line => (string?)line));
    }

    [Fact]
    public async Task OutputSeen_OutputsOfACell_AreThoseStoredWithTheirObject()
    {
        var seen = new List<CellOutput>();

        var result = await sandbox.RunAsync(new NotebookRunOptions { OutputSeen = seen.Add }, "Console.WriteLine(1); 2", Figure);

        Assert.Equal(["c1", "c2", "c2"], seen.Select(output => output.CellId));
        Assert.Equal(2, seen[0].Bundle.Source);
        Assert.Equal("Figure", seen[1].Bundle.Source!.GetType().Name);
        Assert.Same(seen[1].Bundle.Source, seen[2].Bundle.Source);
        Assert.Equal(["application/vnd.test.artifact+json", "text/html"], seen[2].Bundle.Forms.Keys);
        Assert.Equal(["application/vnd.test.artifact+json", "text/html"], result.Outputs(2)[1]!["data"]!.AsObject().Select(form => form.Key));
    }

    [Fact]
    public async Task OutputSeen_Throws_IsThrownByTheRun()
    {
        var options = new NotebookRunOptions { OutputSeen = _ => throw new IOException("disk full") };

        await Assert.ThrowsAsync<IOException>(() => sandbox.RunAsync(options, "1"));
    }

    [Fact]
    public async Task Bundle_JsonThatIsNone_NamesTheCell()
    {
        var result = await sandbox.RunAsync("1", Figure.Replace("1.0", "1.0.0", StringComparison.Ordinal));

        Assert.Equal((FailureKind.Unsupported, 2), (result.Failure!.Kind, result.Failure.CellNumber));
        Assert.Contains("application/vnd.test.artifact+json", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputLimit_AllCellsTogetherOverIt_NamesTheCell()
    {
        var options = new NotebookRunOptions { OutputLimit = 2000 };

        var result = await sandbox.RunAsync(options, "new string('a', 1200)", "new string('b', 1200)", "3");

        Assert.Equal((FailureKind.OutputLimit, 2), (result.Failure!.Kind, result.Failure.CellNumber));
        Assert.Contains("2,000 bytes", result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("error", (string?)Assert.Single(result.Outputs(2))!["output_type"]);
        Assert.Equal(CellState.NotRun, result.Cells[2].State);
    }

    [Theory]
    [InlineData("while (true) Console.WriteLine(\"again\");")]
    [InlineData("while (true) new string('x', 1000).Display();")]
    public async Task OutputLimit_CellWritesWithoutEnd_StopsIt(string code)
    {
        var result = await sandbox.RunAsync(new NotebookRunOptions { OutputLimit = 10_000 }, code);

        Assert.Equal(FailureKind.OutputLimit, result.Failure?.Kind);
        Assert.True(result.Document.ToJson().Length < 2000);
    }

    [Fact]
    public async Task OutputLimit_UpdatedInPlace_CountsWhatStands()
    {
        var result = await sandbox.RunAsync(
            new NotebookRunOptions { OutputLimit = 5000 }, "var shown = \"\".Display(); for (var i = 0; i < 100; i++) shown.Update(new string('a', 1000) + i);");

        Assert.Null(result.Failure);
        Assert.EndsWith("a99", result.Shown(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_OutputsBeforeIt_AreKept()
    {
        var result = await sandbox.RunAsync("Console.WriteLine(\"before\"); throw new Exception();", "2");

        Assert.Equal(["stream", "error"], result.Outputs(1).Select(output => (string?)output!["output_type"]));
        Assert.All(JsonNode.Parse(result.Document.ToJson())!["cells"]!.AsArray().Skip(1), cell => Assert.Null(cell!["execution_count"]));
    }
}
