using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Compares two drawings point by point.</summary>
internal static class PictureComparison
{
    // Of 255. Another processor moves a shade along an edge by a few steps, and the palette may round it to the neighbour.
    private const int LargestShade = 48;

    // One point in so many may differ by more: a word, a bar or a line that moved is many times that.
    private const int OnePointIn = 5000;

    /// <summary>Whether two pictures have one size and differ in nothing but shades.</summary>
    public static bool AreAlike(byte[] one, byte[] other)
    {
        using var first = SKBitmap.Decode(one);
        using var second = SKBitmap.Decode(other);
        return first is not null && second is not null && first.Info.Size == second.Info.Size
            && Different(first.Pixels, second.Pixels) <= first.Width * first.Height / OnePointIn;
    }

    private static int Different(SKColor[] first, SKColor[] second)
    {
        var count = 0;
        for (var i = 0; i < first.Length; i++)
        {
            count += Distance(first[i], second[i]) > LargestShade ? 1 : 0;
        }

        return count;
    }

    private static int Distance(SKColor a, SKColor b) =>
        Math.Max(Math.Max(Math.Abs(a.Red - b.Red), Math.Abs(a.Green - b.Green)), Math.Abs(a.Blue - b.Blue));
}
