namespace Barometer.Evidence.Tests.Numbers;

public class RoundingTests
{
    [Theory]
    [InlineData(0.5, 0, 1)]
    [InlineData(1.5, 0, 2)]
    [InlineData(2.5, 0, 3)]
    [InlineData(-2.5, 0, -3)]
    [InlineData(1.005, 2, 1.01)]
    [InlineData(2.675, 2, 2.68)]
    [InlineData(0.49999999999999, 0, 0)]
    public void HalfAwayFromZero_Midpoints_GoAwayFromZero(double value, int decimals, double expected) =>
        Assert.Equal((decimal)expected, Rounding.HalfAwayFromZero(value, decimals));

    [Fact]
    public void ToDecimal_BinaryNoise_IsGone()
    {
        Assert.Equal(0.285m, Rounding.ToDecimal(57.0 / 200));
        Assert.Equal(0.3m, Rounding.ToDecimal(0.1 + 0.2));
        Assert.Equal(0m, Rounding.ToDecimal(double.Epsilon));
    }
}
