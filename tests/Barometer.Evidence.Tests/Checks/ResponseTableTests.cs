namespace Barometer.Evidence.Tests.Checks;

/// <summary>The published response table against the repository's own surveys, through a real release.</summary>
public class ResponseTableTests
{
    private static readonly PublishedRegistry Registry = PublishedFiles.Registry;
    private static readonly string Data = DataFolder.Find(AppContext.BaseDirectory);

    [Theory]
    [InlineData("strategic-2018", "180", "180", "80", "44,4\u00A0%")]
    [InlineData("operational-2018", "2\u00A0267", "1\u00A0686", "762", "45,2\u00A0%")]
    public void Of_TheRepositorysSurvey_ReproducesEveryFigureAndTellsWhatItIsWorth(string id, params string[] computed)
    {
        var status = SurveyReader.Read(Data, id).IsSynthetic ? "gjenskapt (syntetiske data)" : "gjenskapt";
        var checks = Of(id).Checks;

        Assert.Equal(4, checks.Count);
        Assert.All(checks, check => Assert.Equal(status, check.StatusText.Nb));
        Assert.Equal(computed, checks.Select(check => check.Explanation.Nb.Split(" rundes")[0].Split(", som")[0]));
    }

    [Fact]
    public void Complete_BothLevels_ReproducesEightFigures()
    {
        var all = PublishedChecks.Complete(Registry, Of("strategic-2018").Checks.Concat(Of("operational-2018").Checks));

        var figures = all.Checks.Where(check => check.Figure.SourceRow.StartsWith("NOS18-", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, figures.Count(check => check.Status == CheckStatus.Reproduced));
        Assert.Equal(["NOS18-RR-V", "NOS18-RR-A"], figures.Where(check => check.Status == CheckStatus.Follows).Select(check => check.Figure.Id)); // of published counts, before synthetic answers
    }

    private static PublishedChecks Of(string id)
    {
        var survey = SurveyReader.Read(Data, id);
        var session = new ReleaseSession(ReleasePolicy.Read(Path.Combine(Data, "releases", "policy.json")), survey.Codebook);
        var (counts, rates) = (session.Release(survey.ResponseCounts(), "response-counts"), session.Release(survey.ResponseRates(), "response-rates"));
        var level = id.StartsWith("strategic", StringComparison.Ordinal) ? "V" : "A";
        return PublishedChecks.Of(
            PublishedCheck.Of(Registry[$"NOS18-POP-{level}"], counts, Everybody("population")),
            PublishedCheck.Of(Registry[$"NOS18-INV-{level}"], counts, Everybody("invited")),
            PublishedCheck.Of(Registry[$"NOS18-ANS-{level}"], counts, Everybody("answered")),
            PublishedCheck.Of(Registry[$"NOS18-RR-{level}"], rates, Everybody("answered")));
    }

    private static Func<ReleasedEstimate, bool> Everybody(string outcome) =>
        estimate => estimate.Groups.Count == 0 && estimate.Outcome.Variable == outcome;
}
