using Barometer.Cli.Tests.Reproduction;
using Xunit;

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
    public async Task Check_FaultsInTwoNotebooks_NamesNotebookAndCellOfEach()
    {
        using var clone = reproduced.Clone.Copy();
        clone.Replace("notebooks/01-first.ipynb", "## Ta med deg", "## Ta det");
        clone.Replace("notebooks/02-second.ipynb", "var text", "display(1);var text");

        var run = (await Tool.RunAsync(clone, "check")).Ended(Outcome.Failure);

        Assert.Equal(
            "error notebooks/01-first.ipynb: it has a section «## Ta med deg»\n"
            + "error notebooks/02-second.ipynb, cell c2: «display(…)» works in one host only; use x.Display()\n",
            run.Error);
        Assert.Equal("2 notebooks checked, 2 faults\n", run.Out);
    }
}
