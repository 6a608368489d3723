using Barometer.Evidence.Figures.Static;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes the rows of a chart for plotly: a vertical axis with the rows' labels and the headings of sections.</summary>
internal static class InteractiveRows
{
    /// <summary>The axis; one unit is one unit of the figure, downwards.</summary>
    /// <param name="rows">For each row the section it stands in and whether it stands out.</param>
    /// <param name="places">Where each row stands.</param>
    /// <param name="bottom">The lower edge of the rows.</param>
    public static JObject Axis(IReadOnlyList<(string? Section, bool IsStrong)> rows, IReadOnlyList<RowPlace> places, float bottom)
    {
        var headings = rows.Zip(places).Where(pair => pair.Second.HeadingTop is not null)
            .Select(pair => (At: pair.Second.HeadingTop!.Value + 14d, Text: PlotlyText.Strong(PlotlyText.Escape(pair.First.Section!))));
        var labels = rows.Zip(places).Select(pair => (
            At: (double)pair.Second.Center,
            Text: pair.First.IsStrong ? PlotlyText.Strong(PlotlyText.Lines(pair.Second.Label)) : PlotlyText.Lines(pair.Second.Label)));
        var ticks = labels.Concat(headings).OrderBy(tick => tick.At).ToArray();
        return PlotlyJson.Of(new Yaxis
        {
            range = new[] { (double)bottom, 0 },
            tickvals = ticks.Select(tick => tick.At).ToArray(),
            ticktext = ticks.Select(tick => tick.Text).ToArray(),
            showgrid = false,
            zeroline = false,
            ticks = "outside",
            ticklen = 6,
            tickcolor = Palette.Ground,
            fixedrange = true,
        });
    }
}
