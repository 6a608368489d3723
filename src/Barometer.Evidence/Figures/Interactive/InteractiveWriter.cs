using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>
/// Writes a figure as a plotly chart: data, layout and settings, no script and no address. Notebooks draw it with their
/// own plotly.js, a site with the one it brings.
/// </summary>
internal static class InteractiveWriter
{
    /// <summary>The media type that notebook programs draw.</summary>
    public const string MediaType = "application/vnd.plotly.v1+json";

    /// <summary>The chart as JSON. <c>&lt;</c> and <c>&gt;</c> are escaped, so that no label can close a script element.</summary>
    public static string Write(FigureDescription figure)
    {
        using var faces = new Faces();
        var chart = InteractiveCharts.Of(figure.Chart, faces);
        var json = new JObject
        {
            ["data"] = chart.Data,
            ["layout"] = InteractiveLayout.Of(figure, chart, faces),
            ["config"] = new JObject { ["displayModeBar"] = false },
        };
        var text = new StringBuilder();
        using var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture))
        {
            Culture = CultureInfo.InvariantCulture,
            StringEscapeHandling = StringEscapeHandling.EscapeHtml,
        };
        json.WriteTo(writer);
        writer.Flush();
        return text.ToString();
    }

    /// <summary>The marks plotly.js writes numbers with: the decimal mark, then the one between groups.</summary>
    public static string Separators(Language language) => language == Language.En ? ".," : ",\u00A0";
}
