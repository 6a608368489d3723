using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>XPlot's parts of a chart as JSON that may be added to: XPlot knows plotly.js as it was in 2016.</summary>
internal static class PlotlyJson
{
    private static readonly JsonSerializerSettings Settings = new() { Culture = CultureInfo.InvariantCulture };

    /// <summary>The part, without the marker that XPlot puts on axes.</summary>
    public static JObject Of(object part)
    {
        var json = JObject.FromObject(part, JsonSerializer.Create(Settings));
        json.Remove("_isSubplotObj");
        return json;
    }
}
