using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Display;

/// <summary>
/// How large a picture wants to be shown, by what the file says of itself: a picture of twice the points is drawn twice as
/// large by programs that are told nothing (Jupyter's messaging specification 5.4, «display_data»).
/// </summary>
internal static class PictureSize
{
    private const string Png = "image/png";
    private const double PointsPerMetre = 96 / 0.0254; // CSS: 96 points to the inch
    private const int Header = 16; // signature, length and type of the first chunk
    private const int Start = 256; // characters of base64: the chunks before the colours

    /// <summary>An output's metadata: <c>{"image/png": {"height": 480, "width": 720}}</c>; empty where it has no picture that says so.</summary>
    /// <param name="form">The content of a form by its media type, or null.</param>
    public static JsonObject Metadata(Func<string, string?> form) => form(Png) is { Length: > Start } text && Of(text) is var (width, height)
        ? new JsonObject { [Png] = new JsonObject { ["height"] = height, ["width"] = width } }
        : [];

    // Width and height in points (IHDR), and points a metre (pHYs, which stands right after it in our files).
    private static (int Width, int Height)? Of(string base64)
    {
        var bytes = new byte[Start / 4 * 3];
        if (!Convert.TryFromBase64Chars(base64.AsSpan(0, Start), bytes, out _) || !bytes.AsSpan(12).StartsWith("IHDR"u8) || !bytes.AsSpan(37).StartsWith("pHYs"u8))
        {
            return null;
        }

        var (width, height, perMetre) = (Number(Header), Number(Header + 4), Number(41));
        return perMetre <= 0 ? null : ((int)Math.Round(width * PointsPerMetre / perMetre), (int)Math.Round(height * PointsPerMetre / perMetre));

        int Number(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
    }
}
