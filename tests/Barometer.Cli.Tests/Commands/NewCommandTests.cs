namespace Barometer.Cli.Tests.Commands;

public class NewCommandTests
{
    [Fact]
    public async Task New_Notebook_KeepsEveryRuleAndRuns()
    {
        using var clone = Clone.With(("00-start-here", NotebookText.Of()), ("01-first", NotebookText.Of()), ("04-weighting", NotebookText.Of()));
        Directory.CreateDirectory(clone["docs"]);
        File.WriteAllText(clone["docs/method.md"], "[anonymity](anonymity.md)");
        File.WriteAllText(clone["docs/anonymity.md"], "[method](method.md)");

        var made = (await Tool.RunAsync(clone, "new", "notebook", "15-my-theme")).Succeeded();
        (await Tool.RunAsync(clone, "reproduce")).Succeeded();
        (await Tool.RunAsync(clone, "check")).Succeeded();

        Assert.Contains("notebooks/15-my-theme.ipynb is ready", made.Out, StringComparison.Ordinal);
        Assert.Contains("\"my-theme\"", clone.Read("notebooks/15-my-theme.ipynb").Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("image/png", clone.Read("notebooks/15-my-theme.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_NotebookOfAnotherSurvey_ShowsWhatItsCodebookNames()
    {
        using var clone = Clone.With(("00-start-here", NotebookText.Of()));

        (await Tool.RunAsync(clone, "new", "notebook", "agencies-first", "--survey", "strategic-2018")).Succeeded();
        (await Tool.RunAsync(clone, "run", "agencies-first")).Succeeded();

        var code = clone.Read("notebooks/agencies-first.ipynb").Replace("\\\"", "\"", StringComparison.Ordinal);
        Assert.Contains("barometer.Design(\"strategic-2018\")", code, StringComparison.Ordinal);
        Assert.Contains("design.Proportion(\"strategy\", by: \"agency_type\")", code, StringComparison.Ordinal);
        Assert.Contains("{strategy=adopted} av virksomheter svarte «Ja, vedtatt»", code, StringComparison.Ordinal);
        Assert.Contains("image/png", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00-start-here", "There is such a notebook already")]
    [InlineData("../../elsewhere", "The notebook's name isn't valid")]
    [InlineData("Mitt tema", "The notebook's name isn't valid")]
    public async Task New_NameThatWillNotDo_IsRefused(string slug, string problem)
    {
        using var clone = Clone.With(("00-start-here", NotebookText.Of()));

        var run = (await Tool.RunAsync(clone, "new", "notebook", slug)).Ended(ExitCode.Failure);

        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }
}
