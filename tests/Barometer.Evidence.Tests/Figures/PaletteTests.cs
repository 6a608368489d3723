using System.Globalization;

namespace Barometer.Evidence.Tests.Figures;

/// <summary>Contrast as WCAG 2.1 defines it («contrast ratio», «relative luminance»).</summary>
public class PaletteTests
{
    public static TheoryData<string> Series => [.. Palette.Series];

    [Theory]
    [MemberData(nameof(Series))]
    public void Series_OnWhite_HasAtLeastThreeToOne(string color) => Assert.True(Contrast(color, Palette.Ground) >= 3, $"{color}: {Contrast(color, Palette.Ground):0.00}");

    [Theory]
    [InlineData(Palette.Bar)]
    [InlineData(Palette.Total)]
    [InlineData(Palette.OnTotal)]
    public void Marks_OnWhite_HaveAtLeastThreeToOne(string color) => Assert.True(Contrast(color, Palette.Ground) >= 3);

    [Theory]
    [InlineData(Palette.Ink, Palette.Ground)]
    [InlineData(Palette.Muted, Palette.Ground)]
    [InlineData(Palette.Ground, Palette.Synthetic)]
    public void Text_OnItsGround_HasAtLeastFourAndAHalfToOne(string text, string ground) => Assert.True(Contrast(text, ground) >= 4.5);

    [Theory]
    [InlineData(Palette.Ink, Palette.Bar)]
    [InlineData(Palette.OnTotal, Palette.Total)]
    public void Whiskers_OnTheirBar_HaveAtLeastThreeToOne(string whisker, string bar) => Assert.True(Contrast(whisker, bar) >= 3);

    [Fact]
    public void Contrast_BlackOnWhite_IsTwentyOne() => Assert.Equal(21, Contrast("#000000", "#FFFFFF"), 6);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(color.AsSpan((2 * i) + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
