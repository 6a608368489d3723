using System.Text.RegularExpressions;
using Barometer.Evidence.Artifacts;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// The pictures in stored outputs, compared by what they show: processors differ in the last shade of an edge, so a clone on
/// another kind of machine draws the same figure in other bytes.
/// </summary>
internal static partial class PictureText
{
    /// <summary>
    /// Whether pictures are held to their bytes: in continuous integration, which runs on the kind of machine that the stored
    /// outputs were made on, and where a change of the drawing itself must show.
    /// </summary>
    public static bool IsStrict => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>A notebook's text with each of our figures replaced by its digest; as it is when pictures are held to their bytes.</summary>
    public static string Comparable(string json, bool isStrict) => isStrict ? json : Picture().Replace(json, match =>
        Digest(match.Groups[1].Value) ?? match.Value);

    /// <summary>Whether two picture files are the same, by bytes or by what they show.</summary>
    public static bool AreSame(byte[] one, byte[] other, bool isStrict) => one.AsSpan().SequenceEqual(other)
        || (!isStrict && FigureFile.DigestOf(one) is { } digest && digest == FigureFile.DigestOf(other));

    // A text that was cut or edited need not be base64 any more: it is compared as it stands.
    private static string? Digest(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? FigureFile.DigestOf(bytes[..length]) : null;
    }

    [GeneratedRegex("\"image/png\": ?\"([A-Za-z0-9+/=]+)\"")]
    private static partial Regex Picture();
}
