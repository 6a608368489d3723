using Barometer.Evidence.Figures.Description;
using Barometer.Evidence.Figures.Static;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes points for plotly: open and filled ones with the lines between, whiskers, and the numbers at the right.</summary>
internal static class InteractiveDots
{
    /// <summary>The traces and axes of <paramref name="chart"/>.</summary>
    public static InteractiveChart Of(DotChart chart, Faces faces)
    {
        var layout = new DotLayout(chart, faces, StaticFigure.InnerWidth);
        var rows = chart.Rows.Zip(layout.Places, (row, place) => (Row: row, At: (double)place.Center)).ToArray();
        return new InteractiveChart(
            [
                .. Reference(chart, layout),
                .. Lines([.. rows.Where(one => one.Row.Before is not null && one.Row.Value is not null)]),
                .. Points([.. rows.Where(one => one.Row.Before is not null)], row => row.Before, "circle-open", row => Palette.Total),
                .. Points([.. rows.Where(one => one.Row.Value is not null)], row => row.Value, "circle", row => row.IsStrong ? Palette.Total : Palette.Bar),
                Numbers(rows, chart.Axis),
            ],
            XAxis(chart, layout),
            InteractiveRows.Axis([.. chart.Rows.Select(row => (row.Section, row.IsStrong))], layout.Places, layout.Bottom),
            MathF.Ceiling(layout.Left + StaticFigure.Margin),
            layout.Bottom);
    }

    private static IEnumerable<JObject> Reference(DotChart chart, DotLayout layout) => chart.Reference is not { } value ? [] :
    [
        PlotlyJson.Of(new Scatter
        {
            mode = "lines",
            x = new[] { value, value },
            y = new[] { 0, (double)layout.Bottom },
            hoverinfo = "skip",
            line = new Line { color = Palette.Total, width = 1.2 },
        }),
    ];

    /// <summary>From where each point was to where it is, as one trace with gaps.</summary>
    private static IEnumerable<JObject> Lines((DotRow Row, double At)[] rows) => rows.Length == 0 ? [] :
    [
        PlotlyJson.Of(new Scatter
        {
            mode = "lines",
            x = rows.SelectMany(one => new[] { one.Row.Before, one.Row.Value, null }).ToArray(),
            y = rows.SelectMany(one => new double?[] { one.At, one.At, null }).ToArray(),
            hoverinfo = "skip",
            line = new Line { color = Palette.OnTotal, width = 1.8 },
        }),
    ];

    private static IEnumerable<JObject> Points(
        (DotRow Row, double At)[] rows, Func<DotRow, double?> value, string symbol, Func<DotRow, string> color)
    {
        if (rows.Length == 0)
        {
            yield break;
        }

        var points = PlotlyJson.Of(new Scatter
        {
            mode = "markers",
            x = rows.Select(one => value(one.Row)).ToArray(),
            y = rows.Select(one => one.At).ToArray(),
            text = rows.Select(one => PlotlyText.Escape(one.Row.Spoken)).ToArray(),
            hoverinfo = "text",
        });
        points["marker"] = new JObject
        {
            ["symbol"] = symbol,
            ["size"] = 2 * DotLayout.Radius,
            ["color"] = new JArray(rows.Select(one => color(one.Row))),
        };
        points["cliponaxis"] = false;
        if (symbol == "circle" && rows.Any(one => one.Row.HasWhisker))
        {
            points["error_x"] = Whiskers([.. rows.Select(one => one.Row)]);
        }

        yield return points;
    }

    private static JObject Whiskers(IReadOnlyList<DotRow> rows) => PlotlyJson.Of(new Error_x
    {
        type = "data",
        symmetric = false,
        array = rows.Select(row => row.HasWhisker ? (double?)((decimal)row.Upper!.Value - (decimal)row.Value!.Value) : null).ToArray(),
        arrayminus = rows.Select(row => row.HasWhisker ? (double?)((decimal)row.Value!.Value - (decimal)row.Lower!.Value) : null).ToArray(),
        color = Palette.Ink,
        thickness = 1.4,
        width = 4,
    });

    private static JObject Numbers((DotRow Row, double At)[] rows, ValueAxis axis)
    {
        var numbers = PlotlyJson.Of(new Scatter
        {
            mode = "text",
            x = rows.Select(_ => axis.Max).ToArray(),
            y = rows.Select(one => one.At).ToArray(),
            text = rows.Select(one => "\u00A0\u00A0\u00A0" + (one.Row.IsStrong ? PlotlyText.Strong(PlotlyText.Escape(one.Row.ValueLabel)) : PlotlyText.Escape(one.Row.ValueLabel))).ToArray(),
            textposition = "middle right",
            hoverinfo = "skip",
        });
        numbers["cliponaxis"] = false;
        return numbers;
    }

    private static JObject XAxis(DotChart chart, DotLayout layout) => PlotlyJson.Of(new Xaxis
    {
        range = new[] { chart.Axis.Min - Bleed(chart.Axis), chart.Axis.Max + Bleed(chart.Axis) },
        domain = new[] { 0, Math.Round((layout.Right - layout.Left) / (StaticFigure.InnerWidth - layout.Left), 3) },
        tickvals = chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
        ticktext = chart.Axis.Ticks.Select(tick => PlotlyText.Escape(tick.Label)).ToArray(),
        gridcolor = Palette.Grid,
        zeroline = false,
        fixedrange = true,
    });

    /// <summary>Room at both ends of the axis, so that points there are not cut in half.</summary>
    private static double Bleed(ValueAxis axis) => (double)((decimal)(axis.Max - axis.Min) * 0.015m);
}
