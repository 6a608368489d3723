namespace Barometer.Cli.Tests.Commands;

public class CheckCommandTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Check_NotebooksAsReproduced_FindsNothing()
    {
        var run = (await Tool.RunAsync(reproduced.Clone, "check")).Succeeded();

        Assert.Equal("2 notebooks checked, 0 faults\n", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Check_NotebookThatHasNotBeenRun_SaysSo()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("03-third"), NotebookText.Of("1 + 1"));
        File.WriteAllText(clone["notebooks/en/03-third.md"], NotebookText.English);

        var run = (await Tool.RunAsync(clone, "check")).Succeeded();

        Assert.Equal(
            "note notebooks/03-third.ipynb has not been run: its outputs are not checked (barometer run 03-third, or barometer reproduce)\n3 notebooks checked, 0 faults\n",
            run.Out);
    }

    [Fact]
    public async Task Check_QuoteOfTheEvidencePack_IsComparedWithTheLastRun()
    {
        using var clone = reproduced.Clone.Copy();
        const string Id = "evidence/sample-share/innovated=yes#n";
        clone.Replace("notebooks/01-first.ipynb", "Dette.", "Av 762<!-- " + Id + ":0 --> syntetiske svar.");
        (await Tool.RunAsync(clone, "check")).Succeeded();
        clone.Replace("notebooks/01-first.ipynb", "Av 762", "Av 763");

        var run = (await Tool.RunAsync(clone, "check")).Ended(ExitCode.Failure);

        Assert.Equal($"error notebooks/01-first.ipynb, cell takeaway: line 3: the number isn't what «{Id}» says\n", run.Error);
        File.Delete(clone["artifacts/evidence/evidence.json"]);
        Assert.Contains("note notebooks/01-first.ipynb quotes numbers of the evidence pack", (await Tool.RunAsync(clone, "check")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FaultsInTwoNotebooks_NamesNotebookAndCellOfEach()
    {
        using var clone = reproduced.Clone.Copy();
        clone.Replace("notebooks/01-first.ipynb", "## Ta med deg", "## Ta det");
        clone.Replace("notebooks/02-second.ipynb", "var text", "display(1);var text");

        var run = (await Tool.RunAsync(clone, "check")).Ended(ExitCode.Failure);

        Assert.Equal(
            "error notebooks/01-first.ipynb: it has a section «## Ta med deg»\n"
            + "error notebooks/02-second.ipynb, cell c2: «display(…)» works in one host only; use x.Display()\n",
            run.Error);
        Assert.Equal("2 notebooks checked, 2 faults\n", run.Out);
    }
}
