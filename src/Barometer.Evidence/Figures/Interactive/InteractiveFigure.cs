using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>
/// Writes a figure as a plotly chart: data, layout and settings, no script and no address. Notebooks draw it with their
/// own plotly.js, a site with the one it brings.
/// </summary>
internal static class InteractiveFigure
{
    /// <summary>The media type that notebook programs draw.</summary>
    public const string MediaType = "application/vnd.plotly.v1+json";

    private const string Family = "Open Sans, Segoe UI, Arial, sans-serif";
    private const float AxisSpace = 28;
    private const float MarkSpace = 26;

    /// <summary>The chart as JSON. <c>&lt;</c> and <c>&gt;</c> are escaped, so that no label can close a script element.</summary>
    public static string Write(FigureDescription figure)
    {
        using var faces = new Faces();
        IInteractiveChart chart = figure.Chart.Mark == RowMark.Lines ? new InteractiveLineChart(figure.Chart, faces, InnerWidth(figure)) : new InteractiveRowChart(figure.Chart, faces, InnerWidth(figure));
        var json = new JObject
        {
            ["data"] = chart.Traces(),
            ["layout"] = LayoutOf(figure, chart, faces),
            ["config"] = new JObject { ["displayModeBar"] = false },
        };
        var text = new StringBuilder();
        using var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture))
        {
            Culture = CultureInfo.InvariantCulture,
            StringEscapeHandling = StringEscapeHandling.EscapeHtml,
        };
        json.WriteTo(writer);
        writer.Flush();
        return text.ToString();
    }

    private static float InnerWidth(FigureDescription figure) => StaticFigure.WidthOf(figure) - (2 * StaticFigure.Margin);

    /// <summary>What stands around the chart: title, mark, notes and source.</summary>
    private static JObject LayoutOf(FigureDescription figure, IInteractiveChart chart, Faces faces)
    {
        var head = Head(figure, faces);
        var foot = string.Join("<br>", figure.Notes.Append(figure.Source).Select(line => PlotlyJson.Wrapped(line, faces.Small, InnerWidth(figure))));
        var top = (head.Split("<br>").Length * 22) + 30f + (figure.Mark is null ? 0 : MarkSpace) + chart.Head;
        var bottom = AxisSpace + 12f + (foot.Split("<br>").Length * 16);
        var layout = PlotlyJson.Of(new Layout.Layout
        {
            width = StaticFigure.WidthOf(figure),
            height = top + chart.Height + bottom,
            margin = new Margin { l = chart.LeftMargin, r = StaticFigure.Margin, t = top, b = bottom },
            font = new Font { family = Family, size = 13, color = Palette.Ink },
            paper_bgcolor = Palette.Ground,
            plot_bgcolor = Palette.Ground,
            separators = figure.Language == Language.En ? ".," : ",\u00A0", // the decimal mark, then the one between groups
            showlegend = false,
            barmode = "overlay",
            dragmode = false,
            hovermode = "closest",
            annotations = Corners(figure, foot),
        });
        var annotations = (JArray)layout["annotations"]!;
        annotations[0]["xshift"] = StaticFigure.Margin - chart.LeftMargin;
        annotations[0]["yshift"] = -AxisSpace;
        if (figure.Mark is not null)
        {
            annotations[1]["xshift"] = StaticFigure.Margin - chart.LeftMargin;
            annotations[1]["yshift"] = top - 8;
        }

        chart.Annotations().ToList().ForEach(annotations.Add);
        layout["title"] = Title(head, figure.Mark is null ? 24 : 24 + MarkSpace);
        layout["xaxis"] = chart.XAxis();
        layout["yaxis"] = chart.YAxis();
        layout["meta"] = new JObject
        {
            ["release"] = figure.Stamp.Id,
            ["synthetic"] = figure.Stamp.IsSynthetic,
            ["figure_digest"] = FigureMetadata.Digest(figure),
            ["description"] = figure.AltText,
        };
        return layout;
    }

    /// <summary>The title as an object: plotly.js no longer takes a bare string.</summary>
    private static JObject Title(string text, float top) => new()
    {
        ["text"] = text,
        ["x"] = 0,
        ["xanchor"] = "left",
        ["xref"] = "container",
        ["y"] = 1,
        ["yanchor"] = "top",
        ["yref"] = "container",
        ["pad"] = new JObject { ["l"] = StaticFigure.Margin, ["t"] = top },
        ["font"] = new JObject { ["size"] = 17, ["color"] = Palette.Ink },
    };

    private static string Head(FigureDescription figure, Faces faces)
    {
        const string Span = $"<span style=\"font-size:13px;color:{Palette.Muted}\">";
        var subtitle = Span + PlotlyJson.Wrapped(figure.Subtitle, faces.Body, InnerWidth(figure)).Replace("<br>", "</span><br>" + Span, StringComparison.Ordinal) + "</span>";
        return figure.HasTitle
            ? string.Join("<br>", TextBlock.Balanced(figure.Title, InnerWidth(figure), faces.Title.Measure).Select(PlotlyJson.Strong).Append(subtitle))
            : subtitle;
    }

    /// <summary>The notes under the chart and the mark over it.</summary>
    private static Annotation[] Corners(FigureDescription figure, string foot)
    {
        var notes = Corner(foot, y: 0);
        notes.font = new Font { size = 11.5, color = Palette.Muted };
        if (figure.Mark is null)
        {
            return [notes];
        }

        var mark = Corner(PlotlyJson.Strong(figure.Mark), y: 1);
        mark.font = new Font { size = 11.5, color = Palette.Ground };
        mark.bgcolor = Palette.Synthetic;
        mark.borderpad = 4;
        return [notes, mark];
    }

    private static Annotation Corner(string text, double y) => new()
    {
        text = text,
        showarrow = false,
        align = "left",
        xref = "paper",
        yref = "paper",
        x = 0,
        y = y,
        xanchor = "left",
        yanchor = "top",
    };
}
