namespace Barometer.Evidence.Text;

/// <summary>Text made safe for HTML, SVG and XML, with letters such as æ, ø and å kept as they are.</summary>
internal static class Markup
{
    /// <summary>The text with <c>&amp;</c>, <c>&lt;</c>, <c>&gt;</c> and <c>"</c> escaped; fit for content and attributes.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>The language's tag: <c>nb</c> or <c>en</c>.</summary>
    public static string Tag(Language language) => language == Language.En ? "en" : "nb";

    /// <summary>The language's tag with its country, as office programs and PDF readers know it: <c>nb-NO</c> or <c>en-GB</c>.</summary>
    public static string LongTag(Language language) => language == Language.En ? "en-GB" : "nb-NO";
}
