using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes what stands in the rows of a chart as plotly's traces.</summary>
internal sealed class InteractiveMarks
{
    private readonly RowChart _chart;
    private readonly RowLayout _layout;
    private readonly (ChartRow Row, double At)[] _rows;

    private InteractiveMarks(RowChart chart, RowLayout layout)
    {
        _chart = chart;
        _layout = layout;
        _rows = [.. layout.Rows.Select(one => (one.Row, (double)one.Center))];
    }

    /// <summary>The traces, from the lowest to the topmost.</summary>
    public static IEnumerable<JObject> Of(RowChart chart, RowLayout layout)
    {
        var marks = new InteractiveMarks(chart, layout);
        return (chart.Mark switch
        {
            RowMark.Bars => [marks.Bars(total: false), marks.Bars(total: true), marks.Certain(), marks.Numbers()],
            RowMark.SidedBars => [marks.Reference(), marks.SidedBars(), marks.Numbers()],
            RowMark.Stacks => [.. Enumerable.Range(0, chart.Legend.Count).Select(key => marks.Segments(key)), marks.Segments(null), marks.Symbols()],
            _ => (IEnumerable<JObject?>)
            [
                marks.Reference(),
                .. marks.PairedWhiskers(),
                marks.Joints(),
                marks.Points(row => row.Before, "circle-open", _ => Palette.Total),
                marks.Points(row => row.Value, "circle", row => row.Color),
                marks.Numbers(),
            ],
        }).OfType<JObject>();
    }

    /// <summary>The bars about groups, or those about everybody: each have one colour of whiskers that shows on them.</summary>
    private JObject? Bars(bool total)
    {
        var rows = Array.FindAll(_rows, one => one.Row.IsTotal == total);
        if (rows.Length == 0)
        {
            return null;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = rows.Select(one => one.Row.Value).ToArray(),
            y = Heights(rows),
            text = Spoken(rows),
            hoverinfo = "text",
            marker = new Marker { color = rows[0].Row.Color },
        });
        if (rows.Any(one => one.Row.OwnColor is not null))
        {
            bars["marker"]!["color"] = new JArray(rows.Select(one => one.Row.Color));
        }

        bars["width"] = _layout.Thickness;
        bars["textposition"] = "none";
        AddWhiskers(bars, rows, total ? Palette.OnTotal : Palette.Ink);
        if (rows.Any(one => one.Row.IsHatched))
        {
            bars["marker"]!["pattern"] = new JObject // XPlot's marker doesn't know patterns
            {
                ["shape"] = new JArray(rows.Select(one => one.Row.IsHatched ? "/" : "")),
                ["bgcolor"] = Palette.Tint,
                ["fgcolor"] = Palette.Bar,
                ["fillmode"] = "replace",
                ["size"] = 6,
            };
        }

        return bars;
    }

    /// <summary>The part of a range below its lower limit, filled over the hatching.</summary>
    private JObject? Certain()
    {
        var ranges = Array.FindAll(_rows, one => one.Row.Form == ValueForm.Range);
        if (ranges.Length == 0)
        {
            return null;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = ranges.Select(one => one.Row.Lower).ToArray(),
            y = Heights(ranges),
            hoverinfo = "skip",
            marker = new Marker { color = Palette.Bar },
        });
        bars["width"] = _layout.Thickness;
        return bars;
    }

    /// <summary>Bars from the reference, in the colours of their sides.</summary>
    private JObject? SidedBars()
    {
        var rows = Array.FindAll(_rows, one => one.Row.Value is not null);
        if (rows.Length == 0)
        {
            return null;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = rows.Select(one => Difference(one.Row.Value, _chart.Reference ?? 0)).ToArray(),
            y = Heights(rows),
            text = Spoken(rows),
            hoverinfo = "text",
        });
        bars["base"] = _chart.Reference ?? 0;
        bars["width"] = _layout.Thickness;
        bars["textposition"] = "none";
        bars["marker"] = new JObject
        {
            ["color"] = new JArray(rows.Select(one => one.Row.Color)),
            ["line"] = new JObject { ["color"] = Palette.Muted, ["width"] = new JArray(rows.Select(one => one.Row.IsOutlined ? 1.2 : 0)) },
        };
        AddWhiskers(bars, rows, Palette.Ink);
        return bars;
    }

    private JObject? Reference() => _chart.Reference is { } value
        ? Lines([value, value], [0, _layout.Bottom], Palette.Total, 1.2)
        : null;

    /// <summary>Where both points of a row have an interval: the open point's as a line above, the filled one's below.</summary>
    private IEnumerable<JObject> PairedWhiskers() => !_layout.IsPaired ? [] :
    [
        Strokes(_rows.Where(one => one.Row.HasWhiskerBefore).Select(one => (one.Row.BeforeLower, one.Row.BeforeUpper, one.At - RowLayout.WhiskerOffset)), Palette.Total, 1.3),
        Strokes(_rows.Where(one => one.Row.HasWhisker).Select(one => (one.Row.Lower, one.Row.Upper, one.At + RowLayout.WhiskerOffset)), Palette.Bar, 1.3),
    ];

    /// <summary>From where each point was to where it is.</summary>
    private JObject? Joints() => Array.FindAll(_rows, one => one.Row.Before is not null && one.Row.Value is not null) is { Length: > 0 } rows
        ? Strokes(rows.Select(one => (one.Row.Before, one.Row.Value, one.At)), Palette.OnTotal, 1.8)
        : null;

    private JObject? Points(Func<ChartRow, double?> value, string symbol, Func<ChartRow, string> color)
    {
        var rows = Array.FindAll(_rows, one => value(one.Row) is not null);
        if (rows.Length == 0)
        {
            return null;
        }

        var points = PlotlyJson.Of(new Scatter
        {
            mode = "markers",
            x = rows.Select(one => value(one.Row)).ToArray(),
            y = Heights(rows),
            text = Spoken(rows),
            hoverinfo = "text",
        });
        points["marker"] = new JObject
        {
            ["symbol"] = symbol,
            ["size"] = 2 * RowLayout.Radius,
            ["color"] = new JArray(rows.Select(one => one.Row.IsOutlined ? Palette.Ground : color(one.Row))),
        };
        if (rows.Any(one => one.Row.IsOutlined))
        {
            points["marker"]!["line"] = new JObject { ["color"] = Palette.Muted, ["width"] = new JArray(rows.Select(one => one.Row.IsOutlined ? 1.6 : 0)) };
        }

        points["cliponaxis"] = false;
        if (symbol == "circle" && !_layout.IsPaired)
        {
            AddWhiskers(points, rows, Palette.Ink);
        }

        return points;
    }

    /// <summary>The parts of all divided bars that belong to one entry of the legend; with null those without a name.</summary>
    private JObject? Segments(int? index)
    {
        var parts = _rows.SelectMany(one => one.Row.Segments.Where(segment => segment.Key == index).Select(segment => (one.Row, Segment: segment, one.At))).ToArray();
        if (parts.Length == 0)
        {
            return null;
        }

        var key = index is { } i ? _chart.Legend[i] : null;
        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = parts.Select(part => Difference(part.Segment.To, part.Segment.From)).ToArray(),
            y = parts.Select(part => part.At).ToArray(),
            text = parts.Select(part => _layout.HasRoom(part.Segment) ? PlotlyJson.Escape(part.Segment.Text) : "").ToArray(),
            hoverinfo = "text",
        });
        bars["hovertext"] = new JArray(parts.Select(part => PlotlyJson.Escape($"{part.Row.Label}: {part.Segment.Spoken}")));
        bars["base"] = new JArray(parts.Select(part => part.Segment.From));
        bars["width"] = _layout.Thickness;
        bars["textposition"] = "inside";
        bars["insidetextanchor"] = "middle";
        bars["textangle"] = 0;
        bars["marker"] = Fill(key);
        bars["insidetextfont"] = new JObject { ["size"] = 11.5, ["color"] = key is { Mark: LegendMark.Square } ? Palette.On(key.Color) : Palette.Ink };
        return bars;
    }

    private static JObject Fill(LegendKey? key) => key is { Mark: LegendMark.Square }
        ? new JObject { ["color"] = key.Color, ["line"] = new JObject { ["color"] = Palette.Ground, ["width"] = 1.2 } }
        : new JObject
        {
            ["color"] = key?.Color ?? Palette.Ground,
            ["line"] = new JObject { ["color"] = Palette.Middle, ["width"] = 1.2 },
            ["pattern"] = new JObject { ["shape"] = key is null ? "/" : "", ["fgcolor"] = Palette.Middle, ["bgcolor"] = key?.Color ?? Palette.Ground, ["fillmode"] = "replace", ["size"] = 6 },
        };

    /// <summary>The symbol of divided bars that may not be shown.</summary>
    private JObject Symbols()
    {
        var hidden = Array.FindAll(_rows, one => one.Row.Segments.Count == 0);
        var symbols = PlotlyJson.Of(new Scatter
        {
            mode = "text",
            x = hidden.Select(_ => 0.0).ToArray(),
            y = Heights(hidden),
            text = hidden.Select(_ => "\u00A0\u00A0" + StandardSymbol.NotPublishable.Sign()).ToArray(),
            textposition = "middle right",
            hoverinfo = "text",
        });
        symbols["hovertext"] = new JArray(Spoken(hidden));
        return symbols;
    }

    /// <summary>The numbers: clear of their whiskers, or in a column at the end of the axis.</summary>
    private JObject Numbers()
    {
        var numbers = PlotlyJson.Of(new Scatter
        {
            mode = "text",
            x = _rows.Select(one => _layout.HasColumn ? _chart.Axis.Max : one.Row.Reach).ToArray(),
            y = Heights(_rows),
            text = _rows.Select(one => (_layout.HasColumn ? "\u00A0\u00A0\u00A0" : "\u00A0\u00A0")
                + (one.Row.IsStrong ? PlotlyJson.Strong(one.Row.ValueLabel) : PlotlyJson.Escape(one.Row.ValueLabel))).ToArray(),
            textposition = "middle right",
            hoverinfo = "skip",
        });
        numbers["cliponaxis"] = false;
        return numbers;
    }

    private static void AddWhiskers(JObject trace, (ChartRow Row, double At)[] rows, string color)
    {
        if (rows.Any(one => one.Row.HasWhisker))
        {
            trace["error_x"] = PlotlyJson.Of(new Error_x
            {
                type = "data",
                symmetric = false,
                array = rows.Select(one => one.Row.HasWhisker ? Difference(one.Row.Upper, one.Row.Value) : null).ToArray(),
                arrayminus = rows.Select(one => one.Row.HasWhisker ? Difference(one.Row.Value, one.Row.Lower) : null).ToArray(),
                color = color,
                thickness = 1.4,
                width = 4,
            });
        }
    }

    /// <summary>Horizontal lines as one trace with gaps.</summary>
    private static JObject Strokes(IEnumerable<(double? From, double? To, double At)> strokes, string color, double width)
    {
        var all = strokes.ToArray();
        return Lines(
            [.. all.SelectMany(one => new[] { one.From, one.To, null })],
            [.. all.SelectMany(one => new double?[] { one.At, one.At, null })],
            color,
            width);
    }

    private static JObject Lines(double?[] x, double?[] y, string color, double width) => PlotlyJson.Of(new Scatter
    {
        mode = "lines",
        x = x,
        y = y,
        hoverinfo = "skip",
        line = new Line { color = color, width = width },
    });

    private static double[] Heights((ChartRow Row, double At)[] rows) => [.. rows.Select(one => one.At)];

    private static string[] Spoken((ChartRow Row, double At)[] rows) => [.. rows.Select(one => PlotlyJson.Escape(one.Row.Spoken))];

    /// <summary>A difference without the noise of binary fractions.</summary>
    private static double? Difference(double? one, double? other) => (double?)((decimal?)one - (decimal?)other);
}
