using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Site;

/// <summary>The size of a drawing, which a page states so that nothing moves while it loads.</summary>
internal static partial class PictureSize
{
    /// <summary>The height of an SVG file that is 720 wide, as every figure is.</summary>
    public static string Height(ArtifactContent picture) =>
        Stated().Match(Encoding.UTF8.GetString(picture.Bytes.AsSpan(0, Math.Min(picture.Bytes.Length, 400)))).Groups[1].Value;

    [GeneratedRegex("width=\"720\" height=\"(\\d+)\"")]
    private static partial Regex Stated();
}
