namespace Barometer.Synthesis.Tests;

/// <summary>The stand-in meets what is published of the surveys: the response table and the shares.</summary>
public class PublishedMarginalsTests
{
    private static readonly double[] Weights = Surveys.Weights(Surveys.Operational, "agency_group", "size_band");
    private static readonly double[] Equal = [.. Enumerable.Repeat(1.0, Surveys.Operational.Responses.RowCount)];

    [Fact]
    public void Operational_Counts_AreThoseOfTheResponseTable() => AssertCounts(Surveys.Operational, 2267, 1686, 762);

    [Fact]
    public void Strategic_Counts_AreThoseOfTheResponseTable() => AssertCounts(Surveys.Strategic, 180, 180, 80);

    [Fact]
    public void WorksWithInnovation_Weighted_RoundsTo85() =>
        Assert.InRange(Surveys.Share(Surveys.Operational, "innovated", "yes", Weights), 84.5, 85.4999);

    [Fact]
    public void WorksWithInnovation_Unweighted_IsVisiblyHigher() =>
        Assert.InRange(Surveys.Share(Surveys.Operational, "innovated", "yes", Equal), 87, 89.4999);

    [Fact]
    public void WorksWithInnovation_Answers_AreComplete()
    {
        var innovated = Surveys.Operational.Responses.Categorical("innovated");

        Assert.DoesNotContain(-1, innovated.Codes.ToArray());
    }

    [Theory]
    [InlineData("partner_private", 20)]
    [InlineData("partner_users", 15)]
    public void Partners_Weighted_AreThosePublished(string partner, double percent) =>
        Assert.Equal(percent, Surveys.Share(Surveys.Operational, partner, "yes", Weights), tolerance: 0.5);

    [Fact]
    public void Values_WeightedOrNot_HaveEfficiencyFirst()
    {
        var items = Surveys.Operational.Codebook.Items("values").Select(item => item.Name).ToList();

        Assert.Equal("value_efficiency", items.MaxBy(item => Surveys.Share(Surveys.Operational, item, "yes", Weights)));
        Assert.Equal("value_efficiency", items.MaxBy(item => Surveys.Share(Surveys.Operational, item, "yes", Equal)));
    }

    private static void AssertCounts(Survey survey, int units, int invited, int answered)
    {
        var total = survey.FrameCounts().Total;
        Assert.Equal((units, invited, answered, answered), (total.Population, total.Invited, total.Answered, survey.Responses.RowCount));
    }
}
