using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>
/// Parts of a plotly chart as JSON that may be added to, since XPlot knows plotly.js as it was in 2016; and words for
/// plotly.js, which reads a few HTML tags and entities in every label: what an author writes is escaped, line breaks and
/// weights are ours.
/// </summary>
internal static class PlotlyJson
{
    private static readonly JsonSerializerSettings Settings = new() { Culture = CultureInfo.InvariantCulture };

    /// <summary>XPlot's part, without the marker that XPlot puts on axes.</summary>
    public static JObject Of(object part)
    {
        var json = JObject.FromObject(part, JsonSerializer.Create(Settings));
        json.Remove("_isSubplotObj");
        return json;
    }

    /// <summary>The text, shown as it is written.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The text, escaped and bold.</summary>
    public static string Strong(string text) => $"<b>{Escape(text)}</b>";

    /// <summary>Lines of text, escaped and joined with breaks.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Escape));

    /// <summary>The text escaped and broken to a width.</summary>
    public static string Wrapped(string text, TextFace face, float width) => Lines(TextBlock.Lines(text, width, face.Measure));
}
