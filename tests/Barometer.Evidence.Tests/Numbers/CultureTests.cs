using System.Globalization;

namespace Barometer.Evidence.Tests.Numbers;

public class CultureTests
{
    private static readonly double[] Values = [0, 0.125, -0.04, 1.005, 2267, -1234567.89, 0.28499999999999998];

    [Theory]
    [InlineData("")]
    [InlineData("nb-NO")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("de-CH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void EveryFormat_UnderAnyCulture_GivesTheSameBytes(string culture)
    {
        var expected = Under("", WriteEverything);

        Assert.Equal(expected, Under(culture, WriteEverything));
    }

    [Fact]
    public void EveryFormat_UnderACultureWithItsOwnSigns_GivesTheSameBytes()
    {
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "neg";
        strange.NumberFormat.NumberDecimalSeparator = "@";
        strange.NumberFormat.NumberGroupSeparator = "#";
        strange.NumberFormat.NumberGroupSizes = [2];

        Assert.Equal(Under("", WriteEverything), Under(strange, WriteEverything));
    }

    private static string WriteEverything()
    {
        var written = new List<string>();
        foreach (var format in new[] { NumberFormat.For(Language.Nb), NumberFormat.For(Language.En) })
        {
            foreach (var value in Values)
            {
                written.AddRange(
                [
                    format.Number(value, 2), format.Percent(value, 1), format.PercentInProse(value), format.PercentNumber(value),
                    format.PercentagePoints(value), format.Integer((long)value), format.Range(value, value + 1, 1),
                    format.PercentRange(value, value + 1),
                ]);
            }
        }

        return string.Join('\n', written);
    }

    private static string Under(string culture, Func<string> write) => Under(CultureInfo.GetCultureInfo(culture), write);

    private static string Under(CultureInfo culture, Func<string> write)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return write();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
