namespace SurveyStatistics.Tests.Estimation;

public class QuantileIntervalTests
{
    private static readonly SurveyDesign Design = SurveyDesign.Of(
        new DataSet("rows", [new NumericColumn("x", [.. Enumerable.Range(1, 20).Select(i => (double)i)])])).Unweighted();

    [Fact]
    public void Woodruff_Median_IsTheShareIntervalReadBack()
    {
        var median = Design.WithIntervals(IntervalMethod.Plain).Quantile("x").Estimates[0];

        // Ten of twenty at or below 10: 0.5 ± 2.093 × √(0.25 / 19) = 0.2599 … 0.7401.
        Assert.Equal((10.0, 6.0, 15.0), (median.Value, median.Interval!.Lower, median.Interval.Upper));
        Assert.Equal(9 / (2 * 2.093024), median.StandardError, 1e-5);
    }

    [Fact]
    public void Woodruff_LimitOfTheShareAboveOne_LeavesTheUpperEndOpen()
    {
        var high = Design.WithIntervals(IntervalMethod.Plain).Quantile("x", 0.95).Estimates[0];

        Assert.Equal((19.0, 17.0), (high.Value, high.Interval!.Lower));
        Assert.True(double.IsNaN(high.Interval.Upper));
        Assert.True(double.IsNaN(high.StandardError));
    }

    [Fact]
    public void Woodruff_Logit_StaysInsideTheValues()
    {
        var high = Design.Quantile("x", 0.95).Estimates[0];

        Assert.InRange(high.Interval!.Upper, high.Value, 20);
        Assert.InRange(high.Interval.Lower, 1, high.Value);
    }
}
