namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>A run stores nothing that the library didn't release, and no draft is kept with what it does.</summary>
public class RunGateTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Run_CellsThatShowWhatIsNotReleased_NamesEachAndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("draft"), NotebookText.Of(
            "var barometer = Workbench.Open();\nvar survey = barometer.Survey(\"operational-2018\");\nvar rows = barometer.Release(survey.Design().Proportion(\"innovated\"), id: \"share\").ToDataFrame();\nrows",
            "Console.WriteLine(survey.Answers * 1377)",
            "rows[\"value\"][0]",
            "rows[\"n\"]",
            "survey.Design().Proportion(\"innovated\")"));
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "run", "draft")).Ended(ExitCode.Failure);

        var errors = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["c2: plain text", "c3: text on stdout", "c4: plain text", "c5: plain text"],
            errors.Select(line => line["error notebooks/draft.ipynb, cell ".Length..].Split([" is printed", " carries no release"], StringSplitOptions.None)[0]));
        Assert.DoesNotContain("0.8", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Run_ShareThatDiffersFromItsParentByOneAgency_HidesIt()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("draft"), NotebookText.Of(
            "var barometer = Workbench.Open();\nvar design = barometer.Design(\"operational-2018\");\nbarometer.Release(design.Proportion(\"innovated\"), id: \"all\")",
            """
            var frame = System.IO.File.ReadAllLines("data/synthetic/operational-2018/frame.csv").Select(line => line.Split(',')).ToArray();
            var agency = Array.IndexOf(frame[0], "agency_id");
            var others = frame.Where(line => line[^1] == "yes").Select(line => line[agency]).Distinct().Where(id => id != "V016").ToArray();
            barometer.Release(design.Where("agency_id", others).Proportion("innovated"), id: "all-but-one")
            """));

        (await Tool.RunAsync(clone, "run", "draft")).Succeeded();

        var shown = System.Text.Json.Nodes.JsonNode.Parse(clone.Read("notebooks/draft.ipynb"))!.AsObject().Cell("c3").ToJsonString();
        Assert.Matches(@"Alle +: +:", shown);
        Assert.DoesNotContain("V017", shown, StringComparison.Ordinal);
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
