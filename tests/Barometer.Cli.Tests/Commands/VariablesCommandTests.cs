namespace Barometer.Cli.Tests.Commands;

/// <summary><c>barometer variables</c> tells from the codebooks what there is to ask; it needs no answers.</summary>
public sealed class VariablesCommandTests : IDisposable
{
    private readonly Clone _clone = Clone.With();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Variables_Word_ListsWhatHasItOfBothSurveys()
    {
        Directory.Delete(_clone["data/synthetic"], recursive: true);

        var run = (await Tool.RunAsync(_clone, "variables", "innovasjon")).Succeeded();

        Assert.Contains("operational-2018: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("  innovated: Jobber med innovasjon / Works with innovation\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("strategic-2018: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("yes = Ja · no = Nei · dont_know = Vet ikke", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_OfOneSurveyInEnglish_SaysWhoWasAsked()
    {
        var run = (await Tool.RunAsync(_clone, "variables", "private", "companies", "--survey", "operational-2018", "--english")).Succeeded();

        Assert.Contains("partner_private: Private bedrifter / Private companies", run.Out, StringComparison.Ordinal);
        Assert.Contains("Asked: workplaces that work with innovation. Battery: partners (Partners)", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("strategic-2018", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_WordThatStandsNowhere_FailsAndProposes()
    {
        var run = (await Tool.RunAsync(_clone, "variables", "inovasjon")).Ended(ExitCode.Failure);

        Assert.Contains("did you mean «innovasjon»?", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Variables_UnknownSurvey_NamesThoseThereAre()
    {
        var run = (await Tool.RunAsync(_clone, "variables", "--survey", "operational-2019")).Ended(ExitCode.Failure);

        Assert.Contains("did you mean «operational-2018»?", run.Error, StringComparison.Ordinal);
    }
}
