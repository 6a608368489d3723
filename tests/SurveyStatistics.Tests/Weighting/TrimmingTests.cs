namespace SurveyStatistics.Tests.Weighting;

/// <summary>
/// Trimming as <c>trimWeights(strict = TRUE)</c> of R survey 4.5, tolerance 1e-12: a weight that was cut once stays at its limit.
/// Before 4.2-1 weights at the lower limit took part again. Synthetic weights.
/// </summary>
public class TrimmingTests
{
    private static readonly double[] Weights = [0.2, 0.4, 0.5, 1, 1.1, 1.2, 1.3, 1.5, 2, 2.4, 2.5, 9];

    [Theory]
    [InlineData(0.9, 2.45, new[] { 0.9, 0.9, 0.9, 1.9, 2, 2.1, 2.2, 2.4, 2.45, 2.45, 2.45, 2.45 })]
    [InlineData(1, 2.6, new[] { 1, 1, 1, 1.72, 1.82, 1.92, 2.02, 2.22, 2.6, 2.6, 2.6, 2.6 })]
    [InlineData(0, 2.5, new[] { 0.9375, 1.1375, 1.2375, 1.7375, 1.8375, 1.9375, 2.0375, 2.2375, 2.5, 2.5, 2.5, 2.5 })]
    [InlineData(1, double.PositiveInfinity, new[] { 1, 1, 1, 1, 1, 1, 1.0333333333333334, 1.2333333333333334, 1.7333333333333334, 2.1333333333333333, 2.2333333333333334, 8.7333333333333343 })]
    public void TrimmedTo_OneOrTwoLimits_AsInR(double lower, double upper, double[] expected) =>
        Assert.Equal(expected, Design(Weights).TrimmedTo(lower, upper).Weights.ToArray(), Estimation.Near.Digits(12));

    [Fact]
    public void TrimmedTo_LimitsThatCutEverybody_Stops()
    {
        var error = Assert.Throws<SurveyException>(() => Design([1, 1, 1, 9]).TrimmedTo(2.9, 3.1).Weights.Length);

        Assert.Contains("nobody to spread what was cut over", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void History_Limits_AreNamed()
    {
        Assert.Equal("1–∞", Design(Weights).TrimmedTo(1, double.PositiveInfinity).WeightHistory[^1].Detail);
        Assert.Equal("0–2.5", Design(Weights).TrimmedTo(0, 2.5).WeightHistory[^1].Detail);
        Assert.Equal("1–2.6", Design(Weights).TrimmedTo(1, 2.6).WeightHistory[^1].Detail);
    }

    private static SurveyDesign Design(double[] weights) => SurveyDesign.Of(Replicates.Designs.Table(("w", weights))).WeightedBy("w");
}
