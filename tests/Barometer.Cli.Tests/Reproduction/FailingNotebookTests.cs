namespace Barometer.Cli.Tests.Reproduction;

/// <summary>When a notebook fails, everything stands as it was, the notebooks that went well too.</summary>
public class FailingNotebookTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Reproduce_CellsThatFail_NamesNotebookCellAndLineAndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        clone.Replace("notebooks/02-second.ipynb", "{number / 1000}", "{number / 100 / 100}");
        File.WriteAllText(clone.Notebook("03-throws"), NotebookText.Of("var x = 1;", "x++;\nint.Parse(\"because\");", "x"));
        File.WriteAllText(clone.Notebook("04-wrong"), NotebookText.Of("var x = 1;\nvar y = x +;"));
        File.WriteAllText(clone.Notebook("05-misuse"), NotebookText.Of("Workbench.Open().Survey(\"nothing\")"));
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        var errors = run.Error.Split("error ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, errors.Length);
        Assert.StartsWith("notebooks/03-throws.ipynb, cell 3 (c3), line 2: System.FormatException: the message isn't shown, because it may hold an answer", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("notebooks/04-wrong.ipynb, cell 2 (c2) doesn't compile\n  cell 2, line 2: CS1525", errors[1], StringComparison.Ordinal);
        Assert.StartsWith("notebooks/05-misuse.ipynb, cell 2 (c2), line 1: There is no survey «", errors[2], StringComparison.Ordinal);
        Assert.DoesNotContain("\n  at cell 2", errors[2], StringComparison.Ordinal);
        Assert.Contains("03-throws: 3 of 4 cells, failed in ", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Reproduce_TwoDifferentTablesOfOneName_SaysWhichCellsAndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        clone.Replace("notebooks/02-second.ipynb", "var text", """
            barometer.ResponseTable(\"sample-response\", barometer.Release(barometer.Survey(\"operational-2018\").ResponseCounts(), id: \"other\")).Display();\nvar text
            """.Trim());
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        Assert.StartsWith("error Two cells make different files called tables/sample-response.csv", run.Error, StringComparison.Ordinal);
        Assert.Contains("got: one in 01-first, cell 2 (c2), another in 02-second, cell 2 (c2)", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Reproduce_NotebookThatIsNoJson_SaysSoAndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("02-second"), "{ \"cells\": [\n<<<<<<< HEAD\n");
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        Assert.StartsWith("error The notebook can't be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("02-second.ipynb, line 2", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Reproduce_ArtifactsInTheWay_SaysSoWithoutAStackTrace()
    {
        using var clone = reproduced.Clone.Copy();
        Directory.Delete(clone["artifacts"], recursive: true);
        File.WriteAllText(clone["artifacts"], "a file, no folder");
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        Assert.StartsWith("error ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(before, clone.Snapshot());
    }
}
