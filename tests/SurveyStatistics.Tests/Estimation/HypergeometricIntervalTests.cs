namespace SurveyStatistics.Tests.Estimation;

public class HypergeometricIntervalTests
{
    [Theory]
    [InlineData(0, 80, 180, 0, 6)]
    [InlineData(3, 80, 180, 3, 16)]
    [InlineData(49, 80, 180, 95, 124)]
    [InlineData(80, 80, 180, 174, 180)]
    [InlineData(80, 80, 80, 80, 80)]
    [InlineData(0, 80, 80, 0, 0)]
    public void Limits_Known_AreThoseOfTheTails(int count, int respondents, int population, int lower, int upper) => Assert.Equal(
        (lower / (double)population, upper / (double)population), ProportionInterval.Hypergeometric(count, respondents, population, 0.95));

    [Fact]
    public void Proportion_CensusThatNotAllAnswered_HasTheExactInterval()
    {
        var share = GoldenDesigns.Of("baro-strategic", "S0")!.WithIntervals(IntervalMethod.Hypergeometric).Proportion("never#").Estimates[^1];

        Assert.Equal((0, 6 / 180.0), (share.Interval!.Lower, share.Interval.Upper));
        Assert.Equal("hypergeometric", share.Interval.Method);
    }

    [Fact]
    public void Proportion_UnequalWeights_IsRefused() => Assert.Throws<SurveyException>(() =>
        GoldenDesigns.Of("baro-strategic", "S")!.WithIntervals(IntervalMethod.Hypergeometric).Proportion("never#"));

    [Fact]
    public void Proportion_WithoutFinitePopulation_IsRefused() => Assert.Throws<SurveyException>(() =>
        SurveyDesign.Of(GoldenData.Read("baro-strategic.csv")).Unweighted().WithIntervals(IntervalMethod.Hypergeometric).Proportion("never#"));

    [Fact]
    public void Proportion_CappedBeta_IsNeverNarrowerThanBeta()
    {
        var design = GoldenDesigns.Of("baro-strategic", "S0")!;

        var beta = design.WithIntervals(IntervalMethod.Beta).Proportion("strategy#").Estimates[^1].Interval!;
        var capped = design.WithIntervals(IntervalMethod.CappedBeta).Proportion("strategy#").Estimates[^1].Interval!;

        Assert.True(capped.Lower < beta.Lower && capped.Upper > beta.Upper);
        Assert.Equal(ProportionInterval.ClopperPearson(49, 80, 0.95), (capped.Lower, capped.Upper));
    }

    [Fact]
    public void WithIntervals_InfiniteDegrees_AreTheNormalOnes()
    {
        var design = GoldenDesigns.Of("baro-strategic", "S0")!;

        var mean = design.WithIntervals(IntervalMethod.Logit, 0.95, double.PositiveInfinity).Mean("employees").Estimates[^1];

        Assert.Equal(1.959963984540054 * mean.StandardError, mean.Interval!.Width / 2, 1e-9);
    }
}
