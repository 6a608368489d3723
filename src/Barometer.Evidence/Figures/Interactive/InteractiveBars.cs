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
        var layout = new BarLayout(chart, faces, StaticFigure.InnerWidth);
        var places = layout.Places.Select(place => (double)place.Center).ToArray();
        return new InteractiveChart(
            [
                .. Bars(chart.Rows, places, total: false),
                .. Bars(chart.Rows, places, total: true),
                .. Certain(chart.Rows, places),
                Numbers(chart.Rows, places),
            ],
            XAxis(chart, layout),
            InteractiveRows.Axis([.. chart.Rows.Select(row => (row.Section, IsStrong(row)))], layout.Places, layout.Bottom, InteractiveRows.Fits(faces, layout.Left)),
            MathF.Ceiling(layout.Left + StaticFigure.Margin),
            Math.Max(layout.Bottom, RowHeight))
        {
            Annotations = [.. InteractiveRows.Headings(chart.Rows.Select(row => row.Section), layout.Places, layout.Left, InteractiveRows.Fits(faces, layout.Left))],
        };
    }

    /// <summary>The bars about groups, or those about everybody: each have one colour of whiskers that shows on them.</summary>
    private static IEnumerable<JObject> Bars(IReadOnlyList<BarRow> all, double[] allPlaces, bool total)
    {
        var rows = all.Where(row => row.IsTotal == total).ToArray();
        if (rows.Length == 0)
        {
            yield break;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = rows.Select(row => row.Value).ToArray(),
            y = allPlaces.Where((_, i) => all[i].IsTotal == total).ToArray(),
            text = rows.Select(row => PlotlyText.Escape(row.Spoken)).ToArray(),
            hoverinfo = "text",
            marker = new Marker { color = total ? Palette.Total : Palette.Bar },
        });
        bars["width"] = BarLayout.BarHeight;
        bars["textposition"] = "none";
        if (rows.Any(row => row.HasWhisker))
        {
            bars["error_x"] = Whiskers(rows, total ? Palette.OnTotal : Palette.Ink);
        }

        if (rows.Any(row => HatchedBars.Draws(row.Form)))
        {
            bars["marker"]!["pattern"] = Pattern(rows);
        }

        yield return bars;
    }

    /// <summary>The part of a range below its lower limit, filled over the hatching.</summary>
    private static IEnumerable<JObject> Certain(IReadOnlyList<BarRow> all, double[] places)
    {
        var ranges = all.Zip(places).Where(pair => pair.First.Form == BarForm.Range).ToArray();
        if (ranges.Length == 0)
        {
            yield break;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = ranges.Select(pair => pair.First.Lower).ToArray(),
            y = ranges.Select(pair => pair.Second).ToArray(),
            hoverinfo = "skip",
            marker = new Marker { color = Palette.Bar },
        });
        bars["width"] = BarLayout.BarHeight;
        yield return bars;
    }

    private static JObject Whiskers(IReadOnlyList<BarRow> rows, string color) => PlotlyJson.Of(new Error_x
    {
        type = "data",
        symmetric = false,
        array = rows.Select(row => row.HasWhisker ? Difference(row.Upper, row.Value) : null).ToArray(),
        arrayminus = rows.Select(row => row.HasWhisker ? Difference(row.Value, row.Lower) : null).ToArray(),
        color = color,
        thickness = 1.4,
        width = 4,
    });

    /// <summary>Hatching for numbers that are no exact figures; XPlot's marker doesn't know patterns.</summary>
    private static JObject Pattern(IEnumerable<BarRow> rows) => new()
    {
        ["shape"] = new JArray(rows.Select(row => HatchedBars.Draws(row.Form) ? "/" : "")),
        ["bgcolor"] = Palette.Tint,
        ["fgcolor"] = Palette.Bar,
        ["fillmode"] = "replace",
        ["size"] = 6,
    };

    private static JObject Numbers(IReadOnlyList<BarRow> rows, double[] places)
    {
        var numbers = PlotlyJson.Of(new Scatter
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

    private static JObject XAxis(BarChart chart, BarLayout layout) => PlotlyJson.Of(new Xaxis
    {
        range = new[] { chart.Axis.Min - Bleed(chart.Axis), chart.Axis.Max + Bleed(chart.Axis) },
        domain = new[] { 0, Share(layout) },
        tickvals = chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
        ticktext = chart.Axis.Ticks.Select(tick => PlotlyText.Escape(tick.Label)).ToArray(),
        gridcolor = Palette.Grid,
        zerolinecolor = Palette.Total,
        fixedrange = true,
    });

    /// <summary>Room at both ends of the axis, so that the lines there are not cut in half.</summary>
    private static double Bleed(ValueAxis axis) => (double)((decimal)(axis.Max - axis.Min) * 0.004m);

    private static string Weighted(BarRow row, string escaped) =>
        IsStrong(row) ? PlotlyText.Strong(escaped) : escaped;

    private static bool IsStrong(BarRow row) => row.IsTotal && row.Section is null;

    /// <summary>The part of the width that leaves room for the numbers right of the longest bar.</summary>
    private static double Share(BarLayout layout) =>
        Math.Round((layout.Right - layout.Left) / (StaticFigure.InnerWidth - layout.Left), 3);

    private static double? Difference(double? upper, double? lower) => (double?)((decimal?)upper - (decimal?)lower);
}
