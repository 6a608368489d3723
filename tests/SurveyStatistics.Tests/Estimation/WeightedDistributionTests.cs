namespace SurveyStatistics.Tests.Estimation;

/// <summary>Against the rules of R's survey 4.5 on eight made-up values.</summary>
public class WeightedDistributionTests
{
    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    [Theory]
    [InlineData(QuantileRule.Smallest, new double[] { 1, 1, 3, 5, 6 })]
    [InlineData(QuantileRule.Halfway, new double[] { 1, 1.5, 3.5, 5, 6 })]
    [InlineData(QuantileRule.NearestEven, new double[] { 2, 2, 4, 5, 6 })]
    [InlineData(QuantileRule.Linear4, new double[] { 1, 1, 3, 4.5, 5.9 })]
    [InlineData(QuantileRule.Linear5, new double[] { 1, 4 / 3.0, 3.4, 5, 7.6 })]
    [InlineData(QuantileRule.Linear6, new double[] { 1, 1.0625, 19 / 6.0, 4.625, 8.25 })]
    [InlineData(QuantileRule.Linear7, new double[] { 1, 1.875, 3.75, 5.375, 7.275 })]
    [InlineData(QuantileRule.Linear8, new double[] { 1, 1.225, 3.3125, 4.85, 7.7625 })]
    [InlineData(QuantileRule.Linear9, new double[] { 1, 1.25, 10 / 3.0, 4.88461538461538, 7.71818181818182 })]
    [InlineData(QuantileRule.ShahVaish, new double[] { 1, 1, 3, 5, 9 })]
    public void Quantile_Rule_AgreesWithR(QuantileRule rule, double[] expected)
    {
        var distribution = new WeightedDistribution([3, 1, 4, 1, 5, 9, 2, 6], [1, 2, 1.5, 1, 3, 0.5, 2, 1]);

        var quantiles = Probabilities.Select(p => distribution.Quantile(p, rule)).ToArray();

        Assert.All(quantiles.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Quantile_WeightsThatAddUpByRounding_MeetsTheShareExactly()
    {
        var values = Enumerable.Range(1, 80).Select(i => (double)i).ToArray();
        var distribution = new WeightedDistribution(values, [.. Enumerable.Repeat(0.1, 80)]);

        Assert.Equal(40, distribution.Quantile(0.5, QuantileRule.Smallest));
    }

    [Fact]
    public void Quantile_WeightOfZero_DoesNotCount() =>
        Assert.Equal(2, new WeightedDistribution([1, 2, 3], [0, 1, 0]).Quantile(0.5, QuantileRule.Linear7));

    [Fact]
    public void Quantile_NoValues_IsUndefined() =>
        Assert.True(double.IsNaN(new WeightedDistribution([], []).Quantile(0.5, QuantileRule.Smallest)));
}
