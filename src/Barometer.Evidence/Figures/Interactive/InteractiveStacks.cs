using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes divided bars for plotly: one trace a part of the legend, and the numbers at the right.</summary>
internal static class InteractiveStacks
{
    /// <summary>The traces and axes of <paramref name="chart"/>.</summary>
    public static InteractiveChart Of(StackedChart chart, Faces faces)
    {
        var layout = new StackLayout(chart, faces, StaticFigure.InnerWidth);
        var rows = chart.Rows.Zip(layout.Places, (row, place) => (Row: row, At: (double)place.Center)).ToArray();
        var keys = Enumerable.Range(0, chart.Legend.Count).Select(i => (int?)i).Append(null);
        return new InteractiveChart(
            [.. keys.Select(key => Part(chart, layout, faces, rows, key)).OfType<JObject>(), Symbols(rows)],
            XAxis(chart, layout),
            InteractiveRows.Axis([.. chart.Rows.Select(row => (row.Section, row.IsTotal && row.Section is null))], layout.Places, layout.Bottom, InteractiveRows.Fits(faces, layout.Left)),
            MathF.Ceiling(layout.Left + StaticFigure.Margin),
            layout.Bottom)
        {
            Head = layout.Head,
            Annotations =
            [
                .. InteractiveWords.Legend(layout.Legend, layout.Head, layout.Left),
                .. chart.ValueHeader is { } header ? [InteractiveWords.At(PlotlyText.Escape(header), layout.Values - layout.Left, -9, 11.5, Palette.Muted)] : Array.Empty<JObject>(),
                .. InteractiveRows.Headings(chart.Rows.Select(row => row.Section), layout.Places, layout.Left, InteractiveRows.Fits(faces, layout.Left)),
                .. rows.Where(one => one.Row.ValueLabel.Length > 0).Select(one => InteractiveWords.At(PlotlyText.Escape(one.Row.ValueLabel), layout.Values - layout.Left, one.At, 13, Palette.Ink)),
            ],
        };
    }

    private static JObject? Part(StackedChart chart, StackLayout layout, Faces faces, (StackedRow Row, double At)[] rows, int? key)
    {
        var parts = rows.SelectMany(one => one.Row.Segments.Where(segment => segment.Key == key).Select(segment => (one.Row, Segment: segment, one.At))).ToArray();
        if (parts.Length == 0)
        {
            return null;
        }

        var bars = PlotlyJson.Of(new Bar
        {
            orientation = "h",
            x = parts.Select(part => (double)((decimal)part.Segment.To - (decimal)part.Segment.From)).ToArray(),
            y = parts.Select(part => part.At).ToArray(),
            text = parts.Select(part => layout.HasRoom(part.Segment, chart.Axis, faces) ? PlotlyText.Escape(part.Segment.Text) : "").ToArray(),
            hoverinfo = "text",
        });
        bars["hovertext"] = new JArray(parts.Select(part => PlotlyText.Escape($"{part.Row.Label}: {part.Segment.Spoken}")));
        bars["base"] = new JArray(parts.Select(part => part.Segment.From));
        bars["width"] = StackLayout.BarHeight;
        bars["textposition"] = "inside";
        bars["insidetextanchor"] = "middle";
        bars["textangle"] = 0;
        bars["marker"] = Fill(key is { } index ? chart.Legend[index] : null);
        bars["insidetextfont"] = new JObject { ["size"] = 11.5, ["color"] = key is { } i && chart.Legend[i].Mark == LegendMark.Square ? Palette.On(chart.Legend[i].Color) : Palette.Ink };
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

    /// <summary>The symbol of bars that may not be shown.</summary>
    private static JObject Symbols((StackedRow Row, double At)[] rows)
    {
        var hidden = Array.FindAll(rows, one => one.Row.Segments.Count == 0);
        var symbols = PlotlyJson.Of(new Scatter
        {
            mode = "text",
            x = hidden.Select(_ => 0.0).ToArray(),
            y = hidden.Select(one => one.At).ToArray(),
            text = hidden.Select(_ => "\u00A0\u00A0:").ToArray(),
            textposition = "middle right",
            hoverinfo = "text",
        });
        symbols["hovertext"] = new JArray(hidden.Select(one => PlotlyText.Escape(one.Row.Spoken)));
        return symbols;
    }

    private static JObject XAxis(StackedChart chart, StackLayout layout) => PlotlyJson.Of(new Xaxis
    {
        range = new[] { chart.Axis.Min, chart.Axis.Max },
        domain = new[] { 0, Math.Round((layout.Right - layout.Left) / (StaticFigure.InnerWidth - layout.Left), 3) },
        tickvals = chart.Axis.Ticks.Select(tick => tick.Value).ToArray(),
        ticktext = chart.Axis.Ticks.Select(tick => PlotlyText.Escape(tick.Label)).ToArray(),
        gridcolor = Palette.Grid,
        zeroline = false,
        fixedrange = true,
    });
}
