using Barometer.Evidence.Figures.Description;
using Barometer.Evidence.Figures.Static;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes bars for plotly: the bars with their whiskers, and their numbers beside them, clear of the whiskers.</summary>
internal static class InteractiveBars
{
    private const float RowHeight = 30;

    /// <summary>The traces and axes of <paramref name="chart"/>.</summary>
    public static InteractiveChart Of(BarChart chart, Faces faces)
    {
        var layout = new BarLayout(chart, faces, StaticFigure.Width);
        var places = layout.Places.Select(place => (double)place.Center).ToArray();
        return new InteractiveChart(
            [Bars(chart.Rows, places), Numbers(chart.Rows, places)],
            XAxis(chart, layout),
            YAxis(chart, layout, places),
            layout.Left,
            Math.Max(layout.Bottom, RowHeight));
    }

    private static JObject Bars(IReadOnlyList<BarRow> rows, double[] places)
    {
        var error = new Error_x
        {
            type = "data",
            symmetric = false,
            array = rows.Select(row => row.HasWhisker ? Difference(row.Upper!.Value, row.Value!.Value) : 0).ToArray(),
            arrayminus = rows.Select(row => row.HasWhisker ? Difference(row.Value!.Value, row.Lower!.Value) : 0).ToArray(),
            color = Palette.Ink,
            thickness = 1.4,
            width = 4,
        };
        var bars = Json(new Bar
        {
            orientation = "h",
            x = rows.Select(row => row.Value ?? 0).ToArray(),
            y = places,
            text = rows.Select(row => PlotlyText.Escape(row.Spoken)).ToArray(),
            hoverinfo = "text",
            error_x = error,
            marker = new Marker { color = rows.Select(row => row.IsTotal ? Palette.Total : Palette.Bar).ToArray() },
        });
        bars["width"] = BarLayout.BarHeight;
        bars["textposition"] = "none";
        bars["marker"]!["pattern"] = Pattern(rows);
        return bars;
    }

    /// <summary>Hatching for numbers that are no exact figures; XPlot's marker doesn't know patterns.</summary>
    private static JObject Pattern(IEnumerable<BarRow> rows) => new()
    {
        ["shape"] = new JArray(rows.Select(row => row.Form switch
        {
            BarForm.Rounded or BarForm.AtLeast or BarForm.Range => "/",
            BarForm.AtMost => ".",
            _ => "",
        })),
        ["bgcolor"] = Palette.Tint,
        ["fgcolor"] = Palette.Bar,
        ["fillmode"] = "replace",
        ["size"] = 6,
    };

    private static JObject Numbers(IReadOnlyList<BarRow> rows, double[] places)
    {
        var numbers = Json(new Scatter
        {
            mode = "text",
            x = rows.Select(row => row.Reach).ToArray(),
            y = places,
            text = rows.Select(row => "\u00A0\u00A0" + Weighted(row, PlotlyText.Escape(row.ValueLabel))).ToArray(),
            textposition = "middle right",
            hoverinfo = "skip",
        });
        numbers["cliponaxis"] = false;
        return numbers;
    }

    private static JObject XAxis(BarChart chart, BarLayout layout) => Json(new Xaxis
    {
        range = new[] { chart.Axis.Min, chart.Axis.Max },
        domain = new[] { 0, Share(layout) },
        tickvals = chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
        ticktext = chart.Axis.Ticks.Select(tick => PlotlyText.Escape(tick.Label)).ToArray(),
        gridcolor = Palette.Grid,
        zerolinecolor = Palette.Total,
        fixedrange = true,
    });

    private static JObject YAxis(BarChart chart, BarLayout layout, double[] places)
    {
        var headings = chart.Rows.Zip(layout.Places).Where(pair => pair.Second.HeadingTop is not null)
            .Select(pair => (At: pair.Second.HeadingTop!.Value + 14d, Text: PlotlyText.Strong(PlotlyText.Escape(pair.First.Section!))));
        var labels = chart.Rows.Select((row, i) => (At: places[i], Text: Weighted(row, PlotlyText.Lines(layout.Places[i].Label))));
        var ticks = labels.Concat(headings).OrderBy(tick => tick.At).ToArray();
        return Json(new Yaxis
        {
            range = new[] { (double)layout.Bottom, 0 },
            tickvals = ticks.Select(tick => tick.At).ToArray(),
            ticktext = ticks.Select(tick => tick.Text).ToArray(),
            showgrid = false,
            zeroline = false,
            fixedrange = true,
        });
    }

    private static string Weighted(BarRow row, string escaped) =>
        row.IsTotal && row.Section is null ? PlotlyText.Strong(escaped) : escaped;

    /// <summary>The part of the width that leaves room for the numbers right of the longest bar.</summary>
    private static double Share(BarLayout layout) =>
        Math.Round((layout.Right - layout.Left) / (StaticFigure.Width - layout.Left), 3);

    private static double Difference(double upper, double lower) =>
        (double)((decimal)upper - (decimal)lower);

    private static JObject Json(object part) => JObject.FromObject(part, JsonSerializer.Create(new JsonSerializerSettings
    {
        Culture = System.Globalization.CultureInfo.InvariantCulture,
    }));
}
