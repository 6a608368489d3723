using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes panels for plotly: each has axes of its own, in the places that the static picture gives them.</summary>
internal static class InteractivePanels
{
    /// <summary>The traces and axes of <paramref name="chart"/>.</summary>
    public static InteractiveChart Of(PanelChart chart, Faces faces)
    {
        var layout = new PanelLayout(chart, faces, StaticFigure.InnerWidth);
        var width = StaticFigure.InnerWidth - layout.Left;
        var (xs, ys) = (Enumerable.Range(0, chart.Panels.Count).Select(i => XAxis(chart, layout, i, width)).ToArray(),
            Enumerable.Range(0, chart.Panels.Count).Select(i => YAxis(layout, i)).ToArray());
        return new InteractiveChart(
            [.. chart.Panels.SelectMany((panel, i) => Traces(panel, layout, i))],
            xs[0],
            ys[0],
            MathF.Ceiling(layout.Left + StaticFigure.Margin),
            layout.Height)
        {
            Axes = [.. xs.Skip(1).Select((axis, i) => ($"xaxis{i + 2}", axis)), .. ys.Skip(1).Select((axis, i) => ($"yaxis{i + 2}", axis))],
            Annotations = [.. chart.Panels.SelectMany((_, i) => Title(layout, i, faces))],
        };
    }

    private static IEnumerable<JObject> Title(PanelLayout layout, int panel, Faces faces)
    {
        var (x, y) = layout.Corner(panel);
        var lines = layout.Titles[panel];
        var height = lines.Count * faces.Strong.LineHeight;
        yield return InteractiveWords.At(PlotlyText.Strong(PlotlyText.Lines(lines)), x - layout.Left, y - 4 - (height / 2), 13, Palette.Ink);
    }

    private static IEnumerable<JObject> Traces(Panel panel, PanelLayout layout, int index)
    {
        var centers = layout.Centers.Select(center => (double)center).ToArray();
        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = panel.Rows.Select(row => row.Value).ToArray(),
            y = centers,
            text = panel.Rows.Select(row => PlotlyText.Escape($"{panel.Title}, {row.Spoken}")).ToArray(),
            hoverinfo = "text",
            marker = new Marker { color = panel.IsTotal ? Palette.Total : Palette.Bar },
        });
        bars["width"] = PanelLayout.BarHeight;
        bars["textposition"] = "none";
        if (panel.Rows.Any(row => row.HasWhisker))
        {
            bars["error_x"] = PlotlyJson.Of(new Error_x
            {
                type = "data",
                symmetric = false,
                array = panel.Rows.Select(row => Difference(row, row.Upper, row.Value)).ToArray(),
                arrayminus = panel.Rows.Select(row => Difference(row, row.Value, row.Lower)).ToArray(),
                color = panel.IsTotal ? Palette.OnTotal : Palette.Ink,
                thickness = 1.3,
                width = 3,
            });
        }

        var numbers = PlotlyJson.Of(new Scatter
        {
            mode = "text",
            x = panel.Rows.Select(row => row.Reach).ToArray(),
            y = centers,
            text = panel.Rows.Select(row => "\u00A0" + PlotlyText.Escape(row.ValueLabel)).ToArray(),
            textposition = "middle right",
            hoverinfo = "skip",
        });
        numbers["cliponaxis"] = false;
        numbers["textfont"] = new JObject { ["size"] = 11.5 };
        foreach (var trace in new[] { bars, numbers })
        {
            trace["xaxis"] = "x" + Suffix(index);
            trace["yaxis"] = "y" + Suffix(index);
            yield return trace;
        }
    }

    private static JObject XAxis(PanelChart chart, PanelLayout layout, int panel, float width)
    {
        var from = (layout.Corner(panel).X - layout.Left) / width;
        var axis = PlotlyJson.Of(new Xaxis
        {
            range = new[] { chart.Axis.Min, chart.Axis.Max },
            domain = new[] { Math.Round(from, 4), Math.Round(from + (layout.PlotWidth / width), 4) },
            tickvals = chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
            ticktext = chart.Axis.Ticks.Select(tick => PlotlyText.Escape(tick.Label)).ToArray(),
            gridcolor = Palette.Grid,
            zerolinecolor = Palette.Total,
            fixedrange = true,
        });
        axis["anchor"] = "y" + Suffix(panel);
        axis["tickfont"] = new JObject { ["size"] = 11.5, ["color"] = Palette.Muted };
        return axis;
    }

    private static JObject YAxis(PanelLayout layout, int panel)
    {
        var top = layout.Corner(panel).Y;
        var isFirst = panel % layout.Columns == 0;
        var axis = PlotlyJson.Of(new Yaxis
        {
            range = new[] { (double)layout.RowsHeight, 0 },
            domain = new[] { Math.Round(1 - ((top + layout.RowsHeight) / layout.Height), 4), Math.Round(1 - (top / layout.Height), 4) },
            tickvals = layout.Centers.Select(center => (double)center).ToArray(),
            ticktext = layout.Labels.Select(lines => isFirst ? PlotlyText.Lines(lines) : "").ToArray(),
            showgrid = false,
            zeroline = false,
            ticks = "outside",
            ticklen = 6,
            tickcolor = Palette.Ground,
            fixedrange = true,
        });
        axis["anchor"] = "x" + Suffix(panel);
        return axis;
    }

    private static double? Difference(BarRow row, double? upper, double? lower) =>
        row.HasWhisker ? (double?)((decimal?)upper - (decimal?)lower) : null;

    private static string Suffix(int panel) => panel == 0 ? "" : FormattableString.Invariant($"{panel + 1}");
}
