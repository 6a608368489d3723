using Newtonsoft.Json.Linq;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes words set by their place, in the figure's units from the upper left corner of the area between the axes.</summary>
internal static class InteractiveWords
{
    /// <summary>One line of words.</summary>
    /// <param name="escaped">The words, escaped.</param>
    /// <param name="x">Where they begin, or end when <paramref name="anchor"/> says so.</param>
    /// <param name="center">The height of their middle; negative above the area.</param>
    /// <param name="size">The size of the type.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="anchor"><c>left</c>, <c>center</c> or <c>right</c>.</param>
    public static JObject At(string escaped, double x, double center, double size, string color, string anchor = "left") => new()
    {
        ["text"] = escaped,
        ["showarrow"] = false,
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["x"] = 0,
        ["y"] = 1,
        ["xanchor"] = anchor,
        ["yanchor"] = "middle",
        ["xshift"] = Math.Round(x, 1),
        ["yshift"] = Math.Round(-center, 1),
        ["align"] = "left",
        ["font"] = new JObject { ["size"] = size, ["color"] = color },
    };

    /// <summary>A legend over the area.</summary>
    /// <param name="legend">The entries in their places.</param>
    /// <param name="head">The height of what stands over the area.</param>
    /// <param name="left">Where the area begins, from the figure's left edge inside its margin.</param>
    public static IEnumerable<JObject> Legend(Legend legend, float head, float left) => legend.Places.Select(place => At(
        $"<span style=\"color:{(place.Key.Mark == Description.LegendMark.Outlined ? Palette.Middle : place.Key.Color)}\">{Sign(place.Key)}</span> {PlotlyText.Escape(place.Key.Label)}",
        place.X - left,
        place.Center - head,
        13,
        Palette.Ink));

    private static string Sign(Description.LegendKey key) => key.Mark switch
    {
        Description.LegendMark.Filled => "●",
        Description.LegendMark.Open => "○",
        Description.LegendMark.Outlined => key.Color == Palette.Ground ? "□" : "▣",
        _ => "■",
    };
}
