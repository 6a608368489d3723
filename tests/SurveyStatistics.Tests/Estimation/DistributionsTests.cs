namespace SurveyStatistics.Tests.Estimation;

/// <summary>Against R 4.2.2's qt, pt and qbeta.</summary>
public class DistributionsTests
{
    [Theory]
    [InlineData(0.975, 3.7, 2.867520707191192)]
    [InlineData(0.6, 1, 0.3249196962329063)]
    [InlineData(0.999, 754, 3.101076218811138)]
    [InlineData(0.975, double.PositiveInfinity, 1.959963984540054)]
    public void StudentQuantile_Known_AgreesToTwelveDigits(double probability, double degrees, double expected) =>
        Assert.Equal(1, Distributions.StudentQuantile(probability, degrees) / expected, 1e-12);

    [Theory]
    [InlineData(0.025, 0.3, 700, 4.553246305622086e-09)]
    [InlineData(0.025, 5, 1, 0.4781762498950185)]
    [InlineData(0.5, 2.5, 3.5, 0.4068449408931939)]
    [InlineData(1e-10, 0.5, 0.5, 2.467401100272341e-20)]
    [InlineData(0.975, 1e4, 2e4, 0.3386780694591907)]
    public void BetaQuantile_Known_AgreesToElevenDigits(double probability, double a, double b, double expected) =>
        Assert.Equal(1, Distributions.BetaQuantile(probability, a, b) / expected, 1e-11);

    [Theory]
    [InlineData(40, 3.5, 8.766441109373023e-06)]
    [InlineData(1e-3, 7, 0.9992300172449988)]
    [InlineData(25, 1e4, 7.443343762919275e-134)]
    public void StudentTwoSided_Known_AgreesToTenDigits(double t, double degrees, double expected) =>
        Assert.Equal(1, Distributions.StudentTwoSided(t, degrees) / expected, 1e-10);

    [Fact]
    public void StudentQuantile_AtOneHalf_IsZero() => Assert.Equal(0, Distributions.StudentQuantile(0.5, 5));

    [Fact]
    public void StudentQuantile_NoDegreesOfFreedom_IsUndefined() => Assert.True(double.IsNaN(Distributions.StudentQuantile(0.975, 0)));
}
