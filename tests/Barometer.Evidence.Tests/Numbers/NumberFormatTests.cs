namespace Barometer.Evidence.Tests.Numbers;

public class NumberFormatTests
{
    private static readonly NumberFormat Nb = NumberFormat.For(Language.Nb);
    private static readonly NumberFormat En = NumberFormat.For(Language.En);

    [Theory]
    [InlineData(0, 0, "0", "0")]
    [InlineData(7, 2, "7,00", "7.00")]
    [InlineData(999, 0, "999", "999")]
    [InlineData(1000, 0, "1\u00A0000", "1,000")]
    [InlineData(2267, 0, "2\u00A0267", "2,267")]
    [InlineData(1234567.89, 1, "1\u00A0234\u00A0567,9", "1,234,567.9")]
    [InlineData(-1234.5, 0, "\u22121\u00A0235", "\u22121,235")]
    [InlineData(-0.04, 1, "0,0", "0.0")]
    [InlineData(999.95, 1, "1\u00A0000,0", "1,000.0")]
    [InlineData(1e15, 0, "1\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000", "1,000,000,000,000,000")]
    public void Number_FixedDecimals_HasTheLanguagesMarks(double value, int decimals, string nb, string en)
    {
        Assert.Equal(nb, Nb.Number(value, decimals));
        Assert.Equal(en, En.Number(value, decimals));
    }

    [Theory]
    [InlineData(0.853, 1, "85,3\u00A0%", "85.3%")]
    [InlineData(0.8527, 0, "85\u00A0%", "85%")]
    [InlineData(0.125, 0, "13\u00A0%", "13%")]
    [InlineData(0.28499999999999998, 1, "28,5\u00A0%", "28.5%")]
    [InlineData(0.28499999999999998, 0, "29\u00A0%", "29%")]
    [InlineData(0.284999, 0, "28\u00A0%", "28%")]
    [InlineData(-0.005, 0, "\u22121\u00A0%", "\u22121%")]
    [InlineData(0, 0, "0\u00A0%", "0%")]
    [InlineData(1, 1, "100,0\u00A0%", "100.0%")]
    [InlineData(12.5, 0, "1\u00A0250\u00A0%", "1,250%")]
    public void Percent_Share_RoundsHalfAwayFromZeroOnce(double share, int decimals, string nb, string en)
    {
        Assert.Equal(nb, Nb.Percent(share, decimals));
        Assert.Equal(en, En.Percent(share, decimals));
    }

    [Fact]
    public void PercentInProse_Share_SpellsTheUnit()
    {
        Assert.Equal("85,3\u00A0prosent", Nb.PercentInProse(0.853, 1));
        Assert.Equal("85.3\u00A0per cent", En.PercentInProse(0.853, 1));
    }

    [Theory]
    [InlineData(0.032, 1, "3,2\u00A0prosentpoeng", "3.2\u00A0percentage points")]
    [InlineData(0.01, 0, "1\u00A0prosentpoeng", "1\u00A0percentage point")]
    [InlineData(-0.01, 0, "\u22121\u00A0prosentpoeng", "\u22121\u00A0percentage point")]
    [InlineData(0.01, 1, "1,0\u00A0prosentpoeng", "1.0\u00A0percentage points")]
    [InlineData(0, 0, "0\u00A0prosentpoeng", "0\u00A0percentage points")]
    public void PercentagePoints_Difference_SpellsTheUnit(double difference, int decimals, string nb, string en)
    {
        Assert.Equal(nb, Nb.PercentagePoints(difference, decimals));
        Assert.Equal(en, En.PercentagePoints(difference, decimals));
    }

    [Theory]
    [InlineData(0.06, 0.19, "6\u201319\u00A0%", "6\u201319%")]
    [InlineData(-0.02, 0.03, "\u22122\u00A0til\u00A03\u00A0%", "\u22122\u00A0to\u00A03%")]
    [InlineData(-0.03, -0.02, "\u22123\u00A0til\u00A0\u22122\u00A0%", "\u22123\u00A0to\u00A0\u22122%")]
    [InlineData(-0.001, 0.03, "0\u20133\u00A0%", "0\u20133%")]
    public void PercentRange_Limits_DashUnlessOneIsNegative(double lower, double upper, string nb, string en)
    {
        Assert.Equal(nb, Nb.PercentRange(lower, upper));
        Assert.Equal(en, En.PercentRange(lower, upper));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e29)]
    public void Number_NotShowable_Throws(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Nb.Number(value, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Nb.Percent(value));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void Number_DecimalsOutOfRange_Throws(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => En.Number(1m, decimals));

    [Fact]
    public void Integer_Extremes_AreWritten()
    {
        Assert.Equal("\u22129\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808", Nb.Integer(long.MinValue));
        Assert.Equal("9,223,372,036,854,775,807", En.Integer(long.MaxValue));
    }
}
