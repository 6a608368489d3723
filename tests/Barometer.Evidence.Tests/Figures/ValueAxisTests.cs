using System.Globalization;

namespace Barometer.Evidence.Tests.Figures;

public class ValueAxisTests
{
    [Theory]
    [InlineData(0, 0.4, "0 0.1 0.2 0.3 0.4")]
    [InlineData(0, 3, "0 1 2 3")]
    [InlineData(0, 18.7, "0 5 10 15 20")]
    [InlineData(0, 62, "0 20 40 60 80")]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(0, 2267, "0 500 1000 1500 2000 2500")]
    [InlineData(-14, 32, "-20 -10 0 10 20 30 40")]
    [InlineData(20, 40, "0 10 20 30 40")]
    public void Holding_Values_EndsOnRoundTicksAndHoldsZero(double low, double high, string ticks)
    {
        var axis = ValueAxis.Holding([low, high], 100, tick => tick.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(ticks, string.Join(' ', axis.Ticks.Select(tick => tick.Label)));
        Assert.Equal((axis.Ticks[0].Value, axis.Ticks[^1].Value), (axis.Min, axis.Max));
    }

    [Fact]
    public void Holding_Nothing_EndsWhereItIsTold() =>
        Assert.Equal((0, 100), (ValueAxis.Holding([], 100, _ => "").Min, ValueAxis.Holding([], 100, _ => "").Max));
}
