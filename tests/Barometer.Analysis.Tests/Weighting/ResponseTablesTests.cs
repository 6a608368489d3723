namespace Barometer.Analysis.Tests.Weighting;

public class ResponseTablesTests
{
    [Fact]
    public void ResponseCounts_ByGroup_CountFrameInvitedAndAnswers()
    {
        var counts = SurveyMaker.Make().ResponseCounts(by: "size");

        Assert.Equal([10, 8, 4, 4, 4, 2, 2, 2, 2, 16, 14, 8], counts.Estimates.Select(estimate => (int)estimate.Value));
        Assert.Equal(["population", "invited", "answered"], counts.Estimates.Take(3).Select(estimate => estimate.Outcome.Variable));
    }

    [Fact]
    public void ResponseCounts_OnlyAnswers_HaveRespondentsBehindThem()
    {
        var counts = SurveyMaker.Make().ResponseCounts(by: "size");

        Assert.Null(counts.Estimates[3].Members);
        Assert.Equal([4, 5], counts.Estimates[5].Members!.BaseRows);
    }

    [Fact]
    public void ResponseRates_ByGroup_AreOfTheInvited()
    {
        var rates = SurveyMaker.Make().ResponseRates(by: "size");

        Assert.Equal([0.5, 0.5, 1, 8 / 14.0], rates.Estimates.Select(estimate => estimate.Value));
        Assert.Equal(14, rates.Estimates[^1].Base);
        Assert.Null(rates.Estimates[^1].Interval);
    }
}
