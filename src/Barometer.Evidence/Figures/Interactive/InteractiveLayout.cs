using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>What every plotly chart has around it: title, mark, notes and source.</summary>
internal static class InteractiveLayout
{
    private const string Family = "Open Sans, Segoe UI, Arial, sans-serif";
    private const float Width = StaticFigure.Width;
    private const float AxisSpace = 28;
    private const float MarkSpace = 26;

    /// <summary>The layout of <paramref name="figure"/> around <paramref name="chart"/>.</summary>
    public static JObject Of(FigureDescription figure, InteractiveChart chart, Faces faces)
    {
        var head = Head(figure, faces);
        var foot = Foot(figure, faces);
        var top = (head.Split("<br>").Length * 22) + 30f + (figure.SyntheticMark is null ? 0 : MarkSpace) + chart.Head;
        var bottom = AxisSpace + 12f + (foot.Split("<br>").Length * 16);
        var layout = PlotlyJson.Of(new Layout.Layout
        {
            width = Width,
            height = top + chart.Height + bottom,
            margin = new Margin { l = chart.LeftMargin, r = StaticFigure.Margin, t = top, b = bottom },
            font = new Font { family = Family, size = 13, color = Palette.Ink },
            paper_bgcolor = Palette.Ground,
            plot_bgcolor = Palette.Ground,
            separators = InteractiveWriter.Separators(figure.Language),
            showlegend = false,
            barmode = "overlay",
            dragmode = false,
            hovermode = "closest",
            annotations = Annotations(figure, chart, foot, top),
        });
        layout["annotations"]![0]!["xshift"] = StaticFigure.Margin - chart.LeftMargin;
        layout["annotations"]![0]!["yshift"] = -AxisSpace;
        if (figure.SyntheticMark is not null)
        {
            layout["annotations"]![1]!["xshift"] = StaticFigure.Margin - chart.LeftMargin;
            layout["annotations"]![1]!["yshift"] = top - 8;
        }

        chart.Annotations.ToList().ForEach(((JArray)layout["annotations"]!).Add);
        layout["title"] = Title(head, figure.SyntheticMark is null ? 24 : 24 + MarkSpace);
        layout["xaxis"] = chart.XAxis;
        layout["yaxis"] = chart.YAxis;
        layout["meta"] = Meta(figure);
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
        var subtitle = $"<span style=\"font-size:13px;color:{Palette.Muted}\">"
            + PlotlyText.Wrapped(figure.Subtitle, faces.Body, StaticFigure.InnerWidth).Replace("<br>", $"</span><br><span style=\"font-size:13px;color:{Palette.Muted}\">", StringComparison.Ordinal)
            + "</span>";
        return figure.Variant == FigureVariant.Ministry
            ? subtitle
            : string.Join("<br>", TextWrap.Lines(figure.Title, StaticFigure.InnerWidth, faces.Title.Measure).Select(line => PlotlyText.Strong(PlotlyText.Escape(line))))
                + "<br>" + subtitle;
    }

    private static string Foot(FigureDescription figure, Faces faces) =>
        string.Join("<br>", figure.Notes.Append(figure.Source).Select(line => PlotlyText.Wrapped(line, faces.Small, StaticFigure.InnerWidth)));

    private static Annotation[] Annotations(FigureDescription figure, InteractiveChart chart, string foot, float top)
    {
        var notes = Corner(foot, y: 0, yanchor: "top");
        notes.font = new Font { size = 11.5, color = Palette.Muted };
        if (figure.SyntheticMark is null)
        {
            return [notes];
        }

        var mark = Corner(PlotlyText.Strong(PlotlyText.Escape(figure.SyntheticMark)), y: 1, yanchor: "top");
        mark.font = new Font { size = 11.5, color = Palette.Ground };
        mark.bgcolor = Palette.Synthetic;
        mark.borderpad = 4;
        return [notes, mark];
    }

    private static Annotation Corner(string text, double y, string yanchor) => new()
    {
        text = text,
        showarrow = false,
        align = "left",
        xref = "paper",
        yref = "paper",
        x = 0,
        y = y,
        xanchor = "left",
        yanchor = yanchor,
    };

    private static JObject Meta(FigureDescription figure) => new()
    {
        ["release"] = figure.Stamp.Id,
        ["synthetic"] = figure.Stamp.IsSynthetic,
        ["figure_digest"] = FigureDigest.Of(figure),
        ["description"] = figure.AltText,
    };
}
