using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Display;

/// <summary>
/// One output of a cell: the same thing in one or more forms, by media type. Text forms are text, <c>image/png</c> and
/// other binary forms are base64, JSON forms are JSON text.
/// </summary>
internal sealed record MimeBundle
{
    /// <summary>The media type of plain text.</summary>
    public const string PlainText = "text/plain";

    /// <summary>The media type of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Makes a bundle of <paramref name="forms"/>; of several of one media type the last counts.</summary>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> forms) =>
        Forms = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).SetItems(forms);

    /// <summary>The forms by media type, in the order of their names: the order in which Jupyter stores them.</summary>
    public ImmutableSortedDictionary<string, string> Forms { get; private init; }

    /// <summary>The object that is shown so: what whoever runs a notebook may ask for more. Null when it was none.</summary>
    public object? Source { get; internal init; }

    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle OfText(string text) => new([KeyValuePair.Create(PlainText, text)]);

    /// <summary>The form of that media type, or null.</summary>
    public string? this[string mediaType] => Forms.GetValueOrDefault(mediaType);

    /// <summary>The bundle with that form, in place of the one it may have had.</summary>
    public MimeBundle With(string mediaType, string content) => this with { Forms = Forms.SetItem(mediaType, content) };

    /// <summary>The bundle with each form's content changed, given its media type and the content.</summary>
    internal MimeBundle Select(Func<string, string, string> content) =>
        this with { Forms = Forms.SetItems(Forms.Select(form => KeyValuePair.Create(form.Key, content(form.Key, form.Value)))) };

    /// <summary>Whether the media type's content is JSON: <c>application/json</c> and every <c>…+json</c>.</summary>
    public static bool IsJson(string mediaType) => mediaType is "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Whether the media type's content is text that a person may read, and that nbformat stores as lines.</summary>
    public static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType is "image/svg+xml" or "application/javascript";
}

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
