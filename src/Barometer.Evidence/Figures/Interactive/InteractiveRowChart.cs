using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes a chart of rows for plotly, in the places that the static picture gives everything.</summary>
internal sealed class InteractiveRowChart : IInteractiveChart
{
    private const float SmallestHeight = 30;
    private const double SmallType = 11.5;

    private readonly RowChart _chart;
    private readonly Faces _faces;
    private readonly RowLayout _layout;
    private readonly float _width;

    /// <summary>Lays out the chart on a width.</summary>
    public InteractiveRowChart(RowChart chart, Faces faces, float width)
    {
        _chart = chart;
        _faces = faces;
        _width = width;
        _layout = new RowLayout(chart, faces, width);
    }

    /// <summary>The room for labels left of the vertical axis.</summary>
    public float LeftMargin => MathF.Ceiling(_layout.Left + StaticFigure.Margin);

    /// <summary>The height of what stands over the area between the axes: a legend and headers.</summary>
    public float Head => _layout.Head;

    /// <summary>The height of the area between the axes.</summary>
    public float Height => Math.Max(_layout.Bottom, _layout.HasColumn ? 0 : SmallestHeight);

    /// <summary>The traces.</summary>
    public JArray Traces() => [.. InteractiveMarks.Of(_chart, _layout)];

    /// <summary>The axis of values, with room at both ends for what stands there and for the numbers at the right.</summary>
    public JObject XAxis()
    {
        var axis = new Xaxis
        {
            range = Range(),
            domain = new[] { 0, Math.Round((_layout.Right - _layout.Left) / (_width - _layout.Left), 3) },
            tickvals = _chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
            ticktext = _chart.Axis.Ticks.Select(tick => PlotlyJson.Escape(tick.Label)).ToArray(),
            gridcolor = Palette.Grid,
            fixedrange = true,
        };
        if (_chart.Mark == RowMark.Bars)
        {
            axis.zerolinecolor = Palette.Total;
        }
        else
        {
            axis.zeroline = false;
        }

        var json = PlotlyJson.Of(axis);
        if (_chart.Axis.IsLogarithmic)
        {
            json["type"] = "log";
        }

        return json;
    }

    /// <summary>The axis of rows, with their labels and the headings of sections; one unit is one unit of the figure, downwards.</summary>
    public JObject YAxis()
    {
        var headings = Headings().Where(heading => Fits(heading.Text)).Select(heading => (heading.At, Text: PlotlyJson.Strong(heading.Text)));
        var labels = _chart.Rows.Zip(_layout.Places, (row, place) => (
            At: (double)place.Center,
            Text: row.IsStrong ? $"<b>{PlotlyJson.Lines(place.Label)}</b>" : PlotlyJson.Lines(place.Label)));
        var ticks = labels.Concat(headings).OrderBy(tick => tick.At).ToArray();
        return PlotlyJson.Of(new Yaxis
        {
            range = new[] { (double)_layout.Bottom, 0 },
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

    /// <summary>Words set by their place rather than by a value: legend, headers, and headings too long to stand beside the axis.</summary>
    public IEnumerable<JObject> Annotations()
    {
        foreach (var place in _layout.Legend.Places)
        {
            var color = place.Key.Mark == LegendMark.Outlined ? Palette.Middle : place.Key.Color;
            yield return At($"<span style=\"color:{color}\">{Sign(place.Key)}</span> {PlotlyJson.Escape(place.Key.Label)}", place.X - _layout.Left, place.Center - _layout.Head, 13, Palette.Ink);
        }

        var headers = _layout.HeaderBaseline - 5;
        if (_chart.Ends is { } ends && _chart.Reference is { } reference)
        {
            var x = _chart.Axis.Place(reference) * (_layout.Right - _layout.Left);
            yield return At(PlotlyJson.Escape(ends.Below), x - 8, headers, SmallType, Palette.Muted, "right");
            yield return At(PlotlyJson.Escape(ends.Above), x + 8, headers, SmallType, Palette.Muted);
        }

        if (_chart.ValueHeader is { } header)
        {
            yield return At(PlotlyJson.Escape(header), _layout.Values - _layout.Left, headers, SmallType, Palette.Muted);
        }

        foreach (var (at, text) in Headings().Where(heading => !Fits(heading.Text)))
        {
            var heading = At(PlotlyJson.Strong(text), -_layout.Left, at, 13, Palette.Ink);
            heading["bgcolor"] = Palette.Ground; // lest the axis run through
            yield return heading;
        }

        foreach (var (row, center) in _layout.Rows.Where(one => _chart.Mark == RowMark.Stacks && one.Row.ValueLabel.Length > 0))
        {
            yield return At(PlotlyJson.Escape(row.ValueLabel), _layout.Values - _layout.Left, center, 13, Palette.Ink);
        }
    }

    private IEnumerable<(double At, string Text)> Headings() => _chart.Rows.Zip(_layout.Places)
        .Where(pair => pair.Second.HeadingTop is not null)
        .Select(pair => (pair.Second.HeadingTop!.Value + 14d, pair.First.Section!));

    /// <summary>Whether a heading fits left of the axis.</summary>
    private bool Fits(string heading) => _faces.Strong.Measure(heading) <= _layout.Left;

    /// <summary>The ends of the axis, moved outwards so that what stands there isn't cut in half; plotly takes logarithms of ratios.</summary>
    private double[] Range()
    {
        var share = _chart.Mark switch { RowMark.Bars => 0.004m, RowMark.Stacks => 0, _ => 0.015m };
        var (min, max) = _chart.Axis.IsLogarithmic
            ? ((decimal)Math.Round(Math.Log10(_chart.Axis.Min), 6), (decimal)Math.Round(Math.Log10(_chart.Axis.Max), 6))
            : ((decimal)_chart.Axis.Min, (decimal)_chart.Axis.Max);
        var bleed = (max - min) * share;
        return [(double)(min - bleed), (double)(max + bleed)];
    }

    private static string Sign(LegendKey key) => key.Mark switch
    {
        LegendMark.Filled => "●",
        LegendMark.Open => "○",
        LegendMark.Outlined => key.Color == Palette.Ground ? "□" : "▣",
        _ => "■",
    };

    /// <summary>One line of words, in the figure's units from the upper left corner of the area between the axes.</summary>
    /// <param name="escaped">The words, escaped.</param>
    /// <param name="x">Where they begin, or end when <paramref name="anchor"/> says so.</param>
    /// <param name="center">The height of their middle; negative above the area.</param>
    /// <param name="size">The size of the type.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="anchor"><c>left</c> or <c>right</c>.</param>
    private static JObject At(string escaped, double x, double center, double size, string color, string anchor = "left") => new()
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
}
