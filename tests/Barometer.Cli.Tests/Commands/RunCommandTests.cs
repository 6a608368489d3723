namespace Barometer.Cli.Tests.Commands;

public class RunCommandTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Run_NamedNotebooks_StoresTheirOutputsAndTouchesNothingElse()
    {
        using var clone = reproduced.Clone.Copy();
        clone.Replace("notebooks/02-second.ipynb", "{number / 1000}", "{number / 100 / 100}");
        File.WriteAllText(clone.Notebook("draft"), NotebookText.Of("Workbench.Open().Provenance()"));
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "run", "notebooks/02-second.ipynb", Samples.Second, "draft")).Succeeded();

        Assert.Equal(
            ["02-second: 2 of 2 cells, done", "draft: 2 of 2 cells, done", "joint decision", "reading the data"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" in ")[0]).Order(StringComparer.Ordinal));
        Assert.Contains("TITLE 0.18", clone.Read("notebooks/02-second.ipynb"), StringComparison.Ordinal);
        Assert.Contains("figures.csv", clone.Read("notebooks/draft.ipynb"), StringComparison.Ordinal);
        Assert.Equal(["data/releases/shown.csv", "notebooks/02-second.ipynb", "notebooks/draft.ipynb"], clone.Snapshot().Except(before).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Run_NameOfNoNotebook_SaysWhichThereAre()
    {
        using var clone = reproduced.Clone.Copy();

        var run = (await Tool.RunAsync(clone, "run", Samples.First, "03-third")).Ended(ExitCode.Failure);

        Assert.Equal("error There is no notebook «03-third» (notebooks); expected: one of 01-first, 02-second\n", run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void FindNotebooks_WithoutNames_AreTheNumberedOnesInOrder()
    {
        using var clone = Clone.With(("10-later", "{}"), ("02-b", "{}"), ("draft", "{}"), ("01-a.b", "{}"));
        var repository = new Repository(clone.Root);

        Assert.Equal(["01-a.b", "02-b", "10-later"], repository.FindNotebooks([]).Select(Path.GetFileNameWithoutExtension));
        Assert.Equal(["01-a.b", "draft"], repository.FindNotebooks(["draft", "01-a.b", "draft.ipynb"]).Select(Path.GetFileNameWithoutExtension));
    }

    [Theory]
    [InlineData("02", "02-activity")]
    [InlineData("2", "02-activity")]
    [InlineData("2-act", "02-activity")]
    [InlineData("activity", "02-activity")]
    [InlineData("Acti", "02-activity")]
    [InlineData("4", "04-weighting")]
    [InlineData("04b", "04b-by-hand")]
    [InlineData("0", "00-start")]
    public void FindNotebooks_NumberOrBeginning_IsTheOneThatIsMeant(string name, string meant)
    {
        using var clone = Clone.With(("00-start", "{}"), ("02-activity", "{}"), ("04-weighting", "{}"), ("04b-by-hand", "{}"));

        Assert.Equal([meant], new Repository(clone.Root).FindNotebooks([name]).Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void FindNotebooks_BeginningOfSeveral_SaysWhich()
    {
        using var clone = Clone.With(("02-activity", "{}"), ("03-activation", "{}"));

        var problem = Assert.Throws<BarometerException>(() => new Repository(clone.Root).FindNotebooks(["act"])).Problems.Single();

        Assert.Equal("one of 02-activity, 03-activation", problem.Expected);
    }
}
