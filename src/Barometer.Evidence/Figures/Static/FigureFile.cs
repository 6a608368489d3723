using System.Text;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>What a figure's PNG file says about itself.</summary>
internal static class FigureFile
{
    // Of 255. Another processor moves a shade along an edge by a few steps, and the palette may round it to the neighbour.
    private const int LargestShade = 48;

    // One point in so many may differ by more: a word, a bar or a line that moved is many times that.
    private const int OnePointIn = 5000;

    /// <summary>
    /// The digest of what the figure shows: of its description, not of its drawing.
    /// </summary>
    /// <param name="png">The file.</param>
    /// <returns>The digest, or null when it is no figure of ours, or is cut short.</returns>
    public static string? DigestOf(byte[] png) => PngFile.Chunks(png).LastOrDefault().Type == "IEND" ? Text(png, "figure-digest") : null;

    /// <summary>
    /// Whether two files show the same figure: one description, and one drawing but for shades along edges, in which
    /// processors differ.
    /// </summary>
    /// <param name="one">A file.</param>
    /// <param name="other">Another.</param>
    /// <returns>False also when their bytes differ and either is no figure of ours, or is cut short.</returns>
    public static bool ShowSame(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other)
        || (DigestOf(one) is { } digest && digest == DigestOf(other) && AreAlike(one, other));

    /// <summary>The text of one entry, or null: <c>Title</c>, <c>Description</c>, <c>Source</c>, <c>release</c>, <c>synthetic</c>.</summary>
    public static string? Text(byte[] png, string keyword)
    {
        byte[] start = [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0];
        var entry = PngFile.Chunks(png).FirstOrDefault(chunk => chunk.Type == "iTXt" && chunk.Data.AsSpan().StartsWith(start)).Data;
        return entry is null ? null : Encoding.UTF8.GetString(entry, start.Length, entry.Length - start.Length);
    }

    private static bool AreAlike(byte[] one, byte[] other)
    {
        using var first = SKBitmap.Decode(one);
        using var second = SKBitmap.Decode(other);
        return first is not null && second is not null && first.Info.Size == second.Info.Size
            && first.Pixels.Zip(second.Pixels).Count(pair => Distance(pair.First, pair.Second) > LargestShade) <= first.Width * first.Height / OnePointIn;
    }

    private static int Distance(SKColor a, SKColor b) =>
        Math.Max(Math.Max(Math.Abs(a.Red - b.Red), Math.Abs(a.Green - b.Green)), Math.Abs(a.Blue - b.Blue));
}
