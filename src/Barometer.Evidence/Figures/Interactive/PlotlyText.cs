namespace Barometer.Evidence.Figures.Interactive;

/// <summary>
/// Text for plotly.js, which reads a few HTML tags and entities in every label: what an author writes is escaped, line
/// breaks and weights are ours.
/// </summary>
internal static class PlotlyText
{
    /// <summary>The text, shown as it is written.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Lines of text, escaped and joined with breaks.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Escape));

    /// <summary>The text escaped and broken to a width.</summary>
    public static string Wrapped(string text, TextFace face, float width) => Lines(TextWrap.Lines(text, width, face.Measure));

    /// <summary>Bold text.</summary>
    public static string Strong(string escaped) => $"<b>{escaped}</b>";
}
