namespace Barometer.Evidence.Tests.Checks;

public class CheckEstimateTests
{
    private readonly Workbench _barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));

    /// <summary>Each estimate that is named is made of the survey whose codebook has its question: it is ready to run.</summary>
    [Fact]
    public void EstimateFor_EveryFigureThatNamesOne_IsMade()
    {
        var figures = PublishedFiles.Registry.Figures.Where(figure => CheckEstimate.For(figure) is not null).ToList();

        Assert.InRange(figures.Count, 100, PublishedFiles.Registry.Figures.Count);
        Assert.All(figures.GroupBy(figure => CheckEstimate.For(figure)!.Code), group =>
        {
            var survey = group.Key.Contains("\"strategy\"", StringComparison.Ordinal) ? "strategic-2018" : "operational-2018";
            var made = _barometer.EstimateFor(group.First().Id, survey);
            Assert.Contains(made.Measure, group.First().Unit == PublishedUnit.Number ? new[] { Measure.Count } : [Measure.Share]);
        });
    }

    [Fact]
    public void EstimateFor_ThePublishedShare_ChecksIt()
    {
        var released = _barometer.Release(_barometer.EstimateFor("NOS18-INN-A", "operational-2018"), id: "check-innovated");

        Assert.Equal(CheckStatus.Reproduced, _barometer.Check("NOS18-INN-A", released).Status);
        Assert.True(_barometer.Check("NOS18-INN-A", released).IsSynthetic);
    }

    [Theory]
    [InlineData("NOS21-INN-A", "design.Proportion(\"innovated\")")]
    [InlineData("DK3-INN-STATE", "design.Derive(\"introduced\", Rule.AnyOf(\"inno_product\", \"inno_service\", \"inno_process\", \"inno_communication\")).Proportion(\"introduced\")")]
    [InlineData("NOKP20-STR", null)]
    public void For_InnovationActivity_FollowsTheDefinition(string id, string? code) =>
        Assert.Equal(code, CheckEstimate.For(PublishedFiles.Registry[id])?.Code);

    [Theory]
    [InlineData("IS23-AI")]
    [InlineData("DK4-TYPE-PROC")]
    [InlineData("AU14-WG")]
    [InlineData("FI22-COL.companies")]
    [InlineData("NOS18-PERIOD")]
    public void EstimateFor_WhatOurCodebooksDontAsk_Throws(string id) =>
        Assert.Contains("No estimate would check", Assert.Throws<BarometerException>(() => _barometer.EstimateFor(id, "operational-2018")).Message, StringComparison.Ordinal);

    [Fact]
    public void Complete_WhatNeedsTheMicrodata_SaysWhichEstimateOrThatNoneIs() => Assert.All(
        PublishedChecks.Complete(PublishedFiles.Registry).Checks.Where(check => check.Status == CheckStatus.NeedsMicrodata),
        check => Assert.Contains(check.Estimate ?? "kodebøkene våre har ikke spørsmålet", check.Explanation.Nb, StringComparison.Ordinal));
}
