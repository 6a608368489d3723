namespace Barometer.Evidence.Tests.Published;

/// <summary>The published response table against the repository's own surveys, through a real release.</summary>
public class ResponseTableChecksTests
{
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
    public void Merge_BothLevels_ReproducesEightFigures()
    {
        var merged = PublishedChecks.Merge(PublishedFiles.Registry, [Of("strategic-2018").ToJson(), Of("operational-2018").ToJson()]);

        Assert.Equal(8, merged.Checks.Count(check => check.Status == CheckStatus.Reproduced && check.Figure.SourceRow.StartsWith("NOS18-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_AnotherSurvey_Throws()
    {
        var counts = CheckReleases.Count(180);
        var other = new Released<ReleasedTable>(counts.Content, counts.Stamp with { Survey = "operational-2021" });

        Assert.Throws<BarometerException>(() => ResponseTableChecks.Of(PublishedFiles.Registry, other, other));
    }

    private static PublishedChecks Of(string id)
    {
        var survey = SurveyReader.Read(Data, id);
        var session = new ReleaseSession(ReleasePolicy.Read(Path.Combine(Data, "releases", "policy.json")), survey.Codebook);
        return ResponseTableChecks.Of(
            PublishedFiles.Registry,
            session.Release(survey.ResponseCounts(), "response-counts"),
            session.Release(survey.ResponseRates(), "response-rates"));
    }
}
