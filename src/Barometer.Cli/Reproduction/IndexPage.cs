using System.Net;
using System.Text;
using Barometer.Analysis;
using Barometer.Evidence.Published;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// The page to open after a reproduction: every notebook with its figures and tables. It needs neither network nor
/// scripts.
/// </summary>
internal static class IndexPage
{
    private const string Style = """
        body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        h1, h2 { color: #274247; line-height: 1.25 }
        a { color: #0F2080 }
        .mark { border-left: 4px solid #A3136C; background: #faf2f7; padding: .6rem 1rem }
        figure { margin: 1.5rem 0 }
        figure img { max-width: 100%; height: auto; border: 1px solid #d5dbdb }
        figcaption, li { color: #3b3b3b }
        table { border-collapse: collapse }
        th, td { text-align: left; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid #d5dbdb }
        td.n { text-align: right }
        @media print { body { max-width: none } figure { break-inside: avoid } }
        """;

    /// <summary>The page.</summary>
    public static string Write(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"nb\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Innovasjonsbarometeret for staten 2018</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>Innovasjonsbarometeret for staten 2018</h1>\n");
        if (outcomes.SelectMany(outcome => outcome.Collected.Exhibits).Any(exhibit => exhibit.IsSynthetic))
        {
            page.Append("<p class=\"mark\"><strong>Syntetiske data.</strong> Svarene er laget av kode, ikke gitt av noen virksomhet. "
                + "Tallene prøver beregningene og sier ingenting om staten. / <span lang=\"en\">Synthetic data: the answers are made by code and say nothing about the state.</span></p>\n");
        }

        Published(page, published);
        foreach (var outcome in outcomes)
        {
            Notebook(page, outcome);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Published(StringBuilder page, PublishedChecks published) => page
        .Append("<h2>Publiserte tall, kontrollert</h2>\n<p>").Append(Text(published.Summary(Language.Nb)))
        .Append(". <a href=\"published-check.csv\">published-check.csv</a></p>\n");

    private static void Notebook(StringBuilder page, NotebookOutcome outcome)
    {
        page.Append("<h2 id=\"").Append(outcome.Name).Append("\">").Append(Text(outcome.Title)).Append("</h2>\n<p><a href=\"notebooks/")
            .Append(outcome.Name).Append(".ipynb\">").Append(outcome.Name).Append(".ipynb</a></p>\n");
        foreach (var figure in outcome.Collected.Exhibits.Where(exhibit => exhibit.IsFigure))
        {
            Figure(page, figure);
        }

        var tables = outcome.Collected.Exhibits.Where(exhibit => !exhibit.IsFigure).ToList();
        if (tables.Count > 0)
        {
            page.Append("<ul>\n");
            tables.ForEach(table => page.Append("<li>").Append(Links(table, ".html", ".csv")).Append("</li>\n"));
            page.Append("</ul>\n");
        }
    }

    private static void Figure(StringBuilder page, Exhibit figure) => page
        .Append("<figure>\n<img src=\"").Append(figure.FileEnding(".svg")).Append("\" alt=\"").Append(Text(figure.Text)).Append("\">\n<figcaption>")
        .Append(Links(figure, ".svg", ".png", ".csv", ".html")).Append("</figcaption>\n</figure>\n");

    private static string Links(Exhibit exhibit, params string[] endings) => Text(exhibit.Release) + ": " + string.Join(", ", endings
        .Select(exhibit.FileEnding)
        .OfType<string>()
        .Select(name => $"<a href=\"{name}\">{Path.GetExtension(name)[1..].ToUpperInvariant()}</a>"));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
