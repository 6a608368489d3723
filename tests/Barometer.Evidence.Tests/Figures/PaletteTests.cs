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

    /// <summary>Colours that stand beside each other: in a divided bar, around zero, beside a row that stands out, in lines of one figure.</summary>
    public static TheoryData<string, string> Neighbours
    {
        get
        {
            IReadOnlyList<string> scale = [.. Palette.Lower, Palette.Neutral, .. Palette.Upper.Reverse(), .. Palette.Reasons];
            IReadOnlyList<string> choices = [.. Enum.GetValues<FigureColor>().Select(FigureChoices.ColorOf)];
            (string, string)[] pairs =
            [
                .. scale.Zip(scale.Skip(1)), .. choices.Zip(choices.Skip(1)),
                .. Around(Palette.Series), .. Around(OverTimeLines.Colors),
                (Palette.Bar, Palette.Below), (Palette.Bar, Palette.Neutral), (Palette.Below, Palette.Neutral), (Palette.Bar, Palette.Total), (Palette.Highlight, Palette.Middle), (Palette.Bar, Palette.Tint),
            ];
            return [.. pairs.Distinct()];

            static IEnumerable<(string, string)> Around(IReadOnlyList<string> colors) => colors.Zip(colors.Skip(1).Append(colors[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Neighbours_InGrey_AreTwelveStepsOfLightnessApart(string one, string other) =>
        Assert.True(Math.Abs(Lab(Linear(one))[0] - Lab(Linear(other))[0]) >= 12, $"{one} {Lab(Linear(one))[0]:0.0}, {other} {Lab(Linear(other))[0]:0.0}");

    /// <summary>Machado, Oliveira and Fernandes, IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1: protanopia, deuteranopia, tritanopia.</summary>
    private static readonly double[][][] Blindness =
    [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ];

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Neighbours_ToTheColourBlind_DifferClearly(string one, string other) => Assert.All(Blindness, matrix =>
    {
        var (a, b) = (Lab(Times(matrix, Linear(one))), Lab(Times(matrix, Linear(other))));
        Assert.True(Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow(pair.First - pair.Second, 2))) >= 12, $"{one} {other}");
    });

    private static double[] Times(double[][] matrix, double[] color) => Array.ConvertAll(matrix, row => Math.Clamp(row.Zip(color).Sum(pair => pair.First * pair.Second), 0, 1));

    // CIE 1976 L*a*b* under D65.
    private static double[] Lab(double[] rgb)
    {
        double[][] toXyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        var f = toXyz.Zip([0.9505, 1.0, 1.089]).Select(part => part.First.Zip(rgb).Sum(pair => pair.First * pair.Second) / part.Second)
            .Select(t => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116)).ToArray();
        return [(116 * f[1]) - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    private static double[] Linear(string color) =>
    [
        .. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan((2 * i) + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
    ];

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
