namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>A run stores nothing that the library didn't release, and no draft is kept with what it does.</summary>
public class RunGateTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Run_ComputedOfWhatIsReleased_IsStored()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("03-computed"), NotebookText.Of(
            "var barometer = Workbench.Open();\nvar counts = barometer.Release(barometer.Survey(\"strategic-2018\").ResponseCounts(), id: \"of-agencies\");\nvar rows = counts.ToDataFrame();\nrows",
            "var all = (double)rows[\"value\"][0];\nall / 2",
            "$\"{all:F0} agencies\"",
            "counts.Released.Content.Estimates.Select(one => one.Value).ToArray()"));

        (await Tool.RunAsync(clone, "run", "03-computed")).Succeeded();
        (await Tool.RunAsync(clone, "run", "03-computed")).Succeeded();

        var notebook = System.Text.Json.Nodes.JsonNode.Parse(clone.Read("notebooks/03-computed.ipynb"))!.AsObject();
        Assert.Contains("<td>of-agencies</td>", (string?)notebook.Cell("c2")["outputs"]![0]!["data"]!["text/html"]![0], StringComparison.Ordinal);
        Assert.Equal(["90", "180 agencies", "[180, 180, 80]"], new[] { "c3", "c4", "c5" }.Select(id => (string?)notebook.Cell(id)["outputs"]![0]!["data"]!["text/plain"]![0]));
        var faults = RepositoryGate.Check(new Repository(clone.Root)).Where(fault => fault.Notebook.Contains("03-computed", StringComparison.Ordinal)).ToList();
        Assert.All(faults, fault => Assert.Contains("which the ledger doesn't list", fault.Fault, StringComparison.Ordinal));

        clone.Replace("notebooks/03-computed.ipynb", "\"90\"", "\"91\"");
        Assert.Contains(RepositoryGate.Check(new Repository(clone.Root)), fault => fault.Cell == "c3" && fault.Fault.StartsWith("plain text carries no release", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_LoadFileThatDoesMore_IsRefused()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("draft"), NotebookText.Of("Workbench.Open().Provenance()"));
        File.AppendAllText(clone["notebooks/load.cs"], "Environment.SetEnvironmentVariable(\"BAROMETER_EXPLORE\", \"1\");\n");

        Assert.Contains("it imports a file", (await Tool.RunAsync(clone, "run", "draft")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatIsNotReleased_ShowsNotices()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("draft"), NotebookText.Of(
            "var barometer = Workbench.Open();\nvar share = barometer.Design(\"operational-2018\").Proportion(\"innovated\", by: \"size_group\");\nshare", "$\"{share}\"", "share.Heading.Title"));

        var run = (await Tool.RunAsync(clone, "run", "draft")).Ended(ExitCode.Failure);

        Assert.StartsWith("error notebooks/draft.ipynb, cell c4: plain text carries no release", run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9],[0-9]|0\\.[0-9]", run.Error);
    }

    [Fact]
    public async Task Check_DraftThatWasRun_IsStoppedUntilItsOutputsAreCleared()
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
