using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Barometer.Evidence.Published;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// The page to open after a reproduction: every notebook with its figures and tables, and the check against published
/// figures. It needs neither network nor scripts.
/// </summary>
internal static class IndexPage
{
    private const string Style = """
        body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        h1, h2 { color: #274247; line-height: 1.25 }
        h2 { margin-top: 2.5rem }
        a { color: #0F2080 }
        .mark { border-left: 4px solid #A3136C; background: #faf2f7; padding: .6rem 1rem }
        figure { margin: 1.5rem 0 }
        figure img { max-width: 100%; height: auto; border: 1px solid #d5dbdb }
        table { border-collapse: collapse; font-size: .9rem }
        tbody th { font-weight: normal }
        caption { text-align: left; font-weight: bold; padding: .5rem 0 }
        th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid #d5dbdb }
        .wide { overflow-x: auto }
        @media print { body { max-width: none } figure, tr { break-inside: avoid } }
        """;

    private const string Synthetic = """
        <p class="mark"><strong>Syntetiske data.</strong> Svarene er laget av kode, ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.
        <span lang="en">Synthetic data: the answers are made by code and say nothing about the state.</span></p>

        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page.</summary>
    public static string Write(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"nb\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Innovasjonsbarometeret for staten 2018</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>Innovasjonsbarometeret for staten 2018</h1>\n");
        if (outcomes.SelectMany(outcome => outcome.Collected.Exhibits).Any(exhibit => exhibit.IsSynthetic))
        {
            page.Append(Synthetic);
        }

        page.Append("<p>Alt samlet: <a href=\"evidence/evidence.docx\">Word</a> (<a href=\"evidence/evidence-en.docx\" lang=\"en\">in English</a>), <a href=\"evidence/tallgrunnlag.xlsx\">tallgrunnlag i Excel</a>, ")
            .Append("<a href=\"evidence/evidence.json\">JSON</a></p>\n");
        Contents(page, outcomes);
        foreach (var outcome in outcomes)
        {
            Notebook(page, outcome);
        }

        Published(page, published);
        return page.Append("</main>\n</body>\n</html>\n").Replace("\r\n", "\n").ToString();
    }

    private static void Contents(StringBuilder page, IReadOnlyList<NotebookOutcome> outcomes)
    {
        page.Append("<nav aria-label=\"Innhold\">\n<ul>\n");
        foreach (var outcome in outcomes)
        {
            page.Append("<li><a href=\"#").Append(Text(outcome.Name)).Append("\">").Append(Text(outcome.Title)).Append("</a></li>\n");
        }

        page.Append("<li><a href=\"#published\">Publiserte tall, kontrollert</a></li>\n<li><a href=\"site/dictionary.html\">Variablene i undersøkelsene</a></li>\n</ul>\n</nav>\n");
    }

    private static void Notebook(StringBuilder page, NotebookOutcome outcome)
    {
        var (name, exhibits) = (Text(outcome.Name), outcome.Collected.Exhibits.DistinctBy(exhibit => exhibit.Name).ToList());
        page.Append("<h2 id=\"").Append(name).Append("\">").Append(Text(outcome.Title)).Append("</h2>\n<p><a href=\"site/").Append(name)
            .Append(".html\">Les notatboken</a>, eller kjør den: <a href=\"notebooks/").Append(name).Append(".ipynb\">").Append(name).Append(".ipynb</a></p>\n");
        exhibits.Where(exhibit => exhibit.IsFigure).ToList().ForEach(figure => Figure(page, figure));
        var tables = exhibits.Where(exhibit => !exhibit.IsFigure).ToList();
        if (tables.Count > 0)
        {
            page.Append("<ul>\n");
            tables.ForEach(table => page.Append("<li>").Append(Caption(table, ".html", ".csv")).Append("</li>\n"));
            page.Append("</ul>\n");
        }
    }

    private static void Figure(StringBuilder page, Exhibit figure) => page
        .Append("<figure>\n<img src=\"").Append(Text(figure.FileEnding(".svg")!)).Append("\" alt=\"").Append(Text(figure.Text))
        .Append("\" lang=\"").Append(figure.Language).Append("\">\n<figcaption>")
        .Append(Caption(figure, ".svg", ".png", ".pdf", ".csv", ".html")).Append("</figcaption>\n</figure>\n");

    private static string Caption(Exhibit exhibit, params string[] endings) =>
        $"<span lang=\"{exhibit.Language}\">{Text(exhibit.Title)}</span>: " + string.Join(", ", endings
            .Select(exhibit.FileEnding)
            .OfType<string>()
            .Select(name => $"<a href=\"{Text(name)}\">{Path.GetExtension(name)[1..].ToUpperInvariant()}</a>"));

    private static void Published(StringBuilder page, PublishedChecks published) => page
        .Append("<h2 id=\"published\">Publiserte tall, kontrollert</h2>\n<p>Alle tall: <a href=\"published-check.csv\">published-check.csv</a></p>\n<div class=\"wide\" role=\"region\" aria-labelledby=\"published\" tabindex=\"0\">\n")
        .Append(published.ToHtml()).Append("\n</div>\n");

    private static string Text(string text) => Encoder.Encode(text);
}
