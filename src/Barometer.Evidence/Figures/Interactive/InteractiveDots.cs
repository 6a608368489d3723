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
                .. Whiskers(rows),
                .. Lines([.. rows.Where(one => one.Row.Before is not null && one.Row.Value is not null)]),
                .. Points([.. rows.Where(one => one.Row.Before is not null)], row => row.Before, "circle-open", row => Palette.Total),
                .. chart.AsBars ? Bars(chart, rows) : Points([.. rows.Where(one => one.Row.Value is not null)], row => row.Value, "circle", row => row.Color, layout.IsPaired),
                Numbers(rows, chart.Axis),
            ],
            XAxis(chart, layout),
            InteractiveRows.Axis([.. chart.Rows.Select(row => (row.Section, row.IsStrong))], layout.Places, layout.Bottom, InteractiveRows.Fits(faces, layout.Left)),
            MathF.Ceiling(layout.Left + StaticFigure.Margin),
            layout.Bottom)
        {
            Head = layout.Head,
            Annotations = [.. InteractiveWords.Legend(layout.Legend, layout.Head, layout.Left), .. Headers(chart, layout), .. InteractiveRows.Headings(chart.Rows.Select(row => row.Section), layout.Places, layout.Left, InteractiveRows.Fits(faces, layout.Left))],
        };
    }

    private static IEnumerable<JObject> Headers(DotChart chart, DotLayout layout)
    {
        const double Center = -12;
        if (chart.Ends is { } ends && chart.Reference is { } reference)
        {
            var x = chart.Axis.Place(reference) * (layout.Right - layout.Left);
            yield return InteractiveWords.At(PlotlyText.Escape(ends.Below), x - 8, Center, 11.5, Palette.Muted, "right");
            yield return InteractiveWords.At(PlotlyText.Escape(ends.Above), x + 8, Center, 11.5, Palette.Muted);
        }

        if (chart.ValueHeader is { } header)
        {
            yield return InteractiveWords.At(PlotlyText.Escape(header), layout.Values - layout.Left, Center, 11.5, Palette.Muted);
        }
    }

    /// <summary>Bars from the reference, in the colours of their sides.</summary>
    private static IEnumerable<JObject> Bars(DotChart chart, (DotRow Row, double At)[] all)
    {
        var rows = Array.FindAll(all, one => one.Row.Value is not null);
        if (rows.Length == 0)
        {
            yield break;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = rows.Select(one => (double)((decimal)one.Row.Value!.Value - (decimal)(chart.Reference ?? 0))).ToArray(),
            y = rows.Select(one => one.At).ToArray(),
            text = rows.Select(one => PlotlyText.Escape(one.Row.Spoken)).ToArray(),
            hoverinfo = "text",
        });
        bars["base"] = chart.Reference ?? 0;
        bars["width"] = DotLayout.BarHeight;
        bars["textposition"] = "none";
        bars["marker"] = new JObject { ["color"] = new JArray(rows.Select(one => one.Row.Color)) };
        if (rows.Any(one => one.Row.HasWhisker))
        {
            bars["error_x"] = Whiskers([.. rows.Select(one => one.Row)]);
        }

        yield return bars;
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

    /// <summary>Where both points of a row have an interval: the open point's as a line above, the filled one's below.</summary>
    private static IEnumerable<JObject> Whiskers((DotRow Row, double At)[] all)
    {
        if (all.Any(one => one.Row.HasWhiskerBefore))
        {
            yield return Strokes([.. all.Where(one => one.Row.HasWhiskerBefore).Select(one => (one.Row.BeforeLower!.Value, one.Row.BeforeUpper!.Value, one.At - DotLayout.WhiskerOffset))], Palette.Total);
            yield return Strokes(
                [.. all.Where(one => one.Row.HasWhisker).Select(one => (one.Row.Lower!.Value, one.Row.Upper!.Value, one.At + DotLayout.WhiskerOffset))], Palette.Bar);
        }
    }

    private static JObject Strokes((double From, double To, double At)[] lines, string color) => PlotlyJson.Of(new Scatter
    {
        mode = "lines",
        x = lines.SelectMany(line => new double?[] { line.From, line.To, null }).ToArray(),
        y = lines.SelectMany(line => new double?[] { line.At, line.At, null }).ToArray(),
        hoverinfo = "skip",
        line = new Line { color = color, width = 1.3 },
    });

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
        (DotRow Row, double At)[] rows, Func<DotRow, double?> value, string symbol, Func<DotRow, string> color, bool isPaired = false)
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
        if (symbol == "circle" && rows.Any(one => one.Row.HasWhisker) && !isPaired)
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

    private static JObject XAxis(DotChart chart, DotLayout layout)
    {
        var axis = PlotlyJson.Of(new Xaxis
        {
            range = Range(chart.Axis),
            domain = new[] { 0, Math.Round((layout.Right - layout.Left) / (StaticFigure.InnerWidth - layout.Left), 3) },
            tickvals = chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
            ticktext = chart.Axis.Ticks.Select(tick => PlotlyText.Escape(tick.Label)).ToArray(),
            gridcolor = Palette.Grid,
            zeroline = false,
            fixedrange = true,
        });
        if (chart.Axis.IsLogarithmic)
        {
            axis["type"] = "log";
        }

        return axis;
    }

    /// <summary>The axis with room at both ends, so that points there are not cut in half; plotly takes logarithms of ratios.</summary>
    private static double[] Range(ValueAxis axis)
    {
        const decimal Bleed = 0.015m;
        var (min, max) = axis.IsLogarithmic
            ? ((decimal)Math.Round(Math.Log10(axis.Min), 6), (decimal)Math.Round(Math.Log10(axis.Max), 6))
            : ((decimal)axis.Min, (decimal)axis.Max);
        var bleed = (max - min) * Bleed;
        return [(double)(min - bleed), (double)(max + bleed)];
    }
}
