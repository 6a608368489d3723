namespace SurveyStatistics.Tests.Estimation;

/// <summary>Against R's p.adjust.</summary>
public class PValueAdjustmentTests
{
    private static readonly double[] PValues = [0.01, 0.04, 0.03, 0.2, 0.04];

    [Fact]
    public void Holm_Battery_AgreesWithR() => AssertEqual([0.05, 0.12, 0.12, 0.2, 0.12], PValueAdjustment.Holm(PValues));

    [Fact]
    public void BenjaminiHochberg_Battery_AgreesWithR() => AssertEqual([0.05, 0.05, 0.05, 0.2, 0.05], PValueAdjustment.BenjaminiHochberg(PValues));

    [Fact]
    public void Holm_NotAProbability_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => PValueAdjustment.Holm([0.2, 1.2]));

    private static void AssertEqual(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
