using Newtonsoft.Json.Linq;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>The part of a plotly chart that depends on its kind.</summary>
/// <param name="Data">The traces.</param>
/// <param name="XAxis">The horizontal axis.</param>
/// <param name="YAxis">The vertical axis.</param>
/// <param name="LeftMargin">The room for labels left of the vertical axis.</param>
/// <param name="Height">The height of the area between the axes.</param>
internal sealed record InteractiveChart(JArray Data, JObject XAxis, JObject YAxis, float LeftMargin, float Height)
{
    /// <summary>The height of what stands over the area between the axes: a legend and headers.</summary>
    public float Head { get; init; }

    /// <summary>Words set by their place rather than by a value.</summary>
    public IReadOnlyList<JObject> Annotations { get; init; } = [];
}
