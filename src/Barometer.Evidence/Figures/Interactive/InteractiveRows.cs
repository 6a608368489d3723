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
    /// <param name="fits">Whether a heading fits beside the axis; one that doesn't is left to <see cref="Headings"/>.</param>
    public static JObject Axis(
        IReadOnlyList<(string? Section, bool IsStrong)> rows, IReadOnlyList<RowPlace> places, float bottom, Func<string, bool> fits)
    {
        var headings = rows.Zip(places).Where(pair => pair.Second.HeadingTop is not null && fits(pair.First.Section!))
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

    /// <summary>The headings that are too long to stand beside the axis: they begin at the figure's left edge and run over it.</summary>
    /// <param name="rows">For each row the section it stands in.</param>
    /// <param name="places">Where each row stands.</param>
    /// <param name="left">Where the axis stands.</param>
    /// <param name="fits">Whether a heading fits beside the axis.</param>
    public static IEnumerable<JObject> Headings(
        IEnumerable<string?> rows, IReadOnlyList<RowPlace> places, float left, Func<string, bool> fits) =>
        rows.Zip(places).Where(pair => pair.Second.HeadingTop is not null && !fits(pair.First!))
            .Select(pair => OnGround(InteractiveWords.At(PlotlyText.Strong(PlotlyText.Escape(pair.First!)), -left, pair.Second.HeadingTop!.Value + 14, 13, Palette.Ink)));

    /// <summary>The words with the ground behind them, lest the axis run through.</summary>
    private static JObject OnGround(JObject words)
    {
        words["bgcolor"] = Palette.Ground;
        return words;
    }

    /// <summary>Whether a heading fits left of an axis.</summary>
    public static Func<string, bool> Fits(Faces faces, float left) => heading => faces.Strong.Measure(heading) <= left;
}
