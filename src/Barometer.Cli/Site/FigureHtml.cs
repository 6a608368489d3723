using System.Globalization;
using System.Text;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>
/// A figure on a page: the drawing with its words, its downloads, and the interactive chart as data, which a script draws in
/// the drawing's place when a reader asks for it.
/// </summary>
internal static class FigureHtml
{
    /// <summary>The figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="language">The language.</param>
    /// <param name="id">Its id on the page; empty when it has been shown there before.</param>
    public static string Write(Exhibit figure, Language language, string id)
    {
        var form = figure.In(language);
        var picture = form.FileEnding(".svg")!;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <figure{id}>
            <img src="../{Html(picture.Name)}" alt="{Html(form.Text)}" width="720" height="{PictureSize.Height(picture)}">
            <figcaption>
            {Downloads.Of(figure, language)}</figcaption>

            """);
        if (form.FileEnding(".plotly.json") is { } chart)
        {
            // Figures write their charts with < and > escaped: nothing in them can end this element.
            html.Append("<script type=\"application/json\">").Append(Encoding.UTF8.GetString(chart.Bytes)).Append("</script>\n");
        }

        return html.Append("</figure>\n").ToString();
    }
}
