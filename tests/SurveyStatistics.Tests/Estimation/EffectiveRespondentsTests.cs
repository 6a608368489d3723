namespace SurveyStatistics.Tests.Estimation;

public class EffectiveRespondentsTests
{
    [Theory]
    [InlineData(0.0005, 250)]
    [InlineData(0, 80)]
    [InlineData(1e-33, 80)]
    public void EffectiveRespondents_VarianceOfRoundingErrorOnly_IsTheirNumber(double variance, double expected) =>
        Assert.Equal(expected, new GroupEstimate(0.15, variance, 200, 80, 70, 0.125, IsCensus: false).EffectiveRespondents, 1e-9);
}
