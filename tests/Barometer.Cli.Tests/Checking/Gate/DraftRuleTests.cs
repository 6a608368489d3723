namespace Barometer.Cli.Tests.Checking.Gate;

public class DraftRuleTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Check_DraftWithResults_IsStoppedUntilItsOutputsAreCleared()
    {
        using var clone = reproduced.Clone.Copy();
        var empty = NotebookText.Of("var barometer = Workbench.Open();\nbarometer.Release(barometer.Design(\"operational-2018\").Proportion(\"innovated\"), id: \"of-a-draft\")");
        File.WriteAllText(clone.Notebook("draft"), empty);

        (await Tool.RunAsync(clone, "run", "draft")).Succeeded();
        var stopped = (await Tool.RunAsync(clone, "check")).Ended(ExitCode.Failure);
        File.WriteAllText(clone.Notebook("draft"), empty);
        (await Tool.RunAsync(clone, "check")).Succeeded();

        Assert.StartsWith("error notebooks/draft.ipynb: it is a draft with results in it", stopped.Error, StringComparison.Ordinal);
    }
}
