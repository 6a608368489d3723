using System.Globalization;
using System.Text;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>The page to open after a reproduction: the notebooks, what an author takes home, and the check against published figures.</summary>
internal sealed class HomePage(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, Language language)
{
    private static readonly LocalizedText Mark = new("Syntetiske data.", "Synthetic data.");
    private static readonly LocalizedText Synthetic = new(
        "Svarene er laget av kode, ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.",
        "The answers are made by code, not given by any agency. The numbers test the computations and say nothing about the state.");

    private static readonly LocalizedText Notebooks = new("Notatbøkene", "The notebooks");
    private static readonly LocalizedText Evidence = new("Alt samlet", "All in one");
    private static readonly LocalizedText Word = new("Word-dokument med alle figurer og tabeller", "Word document of all figures and tables");
    private static readonly LocalizedText Excel = new("Excel-arbeidsbok med tallene bak", "Excel workbook of the numbers behind them (in Norwegian)");
    private static readonly LocalizedText Json = new("Hvert tall for seg, som JSON", "Every number by itself, as JSON");
    private static readonly LocalizedText AllChecks = new("Alle tallene i registeret", "All figures of the registry");

    /// <summary>The page.</summary>
    public string Write()
    {
        var content = new StringBuilder($"<h1>{Html(SiteTitle.In(language))}</h1>\n");
        var exhibits = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).ToList();
        if (exhibits.Any(exhibit => exhibit.IsSynthetic))
        {
            content.Append(CultureInfo.InvariantCulture, $"<p class=\"mark\"><strong>{Html(Mark.In(language))}</strong> {Html(Synthetic.In(language))}</p>\n");
        }

        content.Append(CultureInfo.InvariantCulture, $"<h2>{Html(Notebooks.In(language))}</h2>\n<ul class=\"notebooks\">\n");
        foreach (var outcome in outcomes)
        {
            Item(content, outcome);
        }

        content.Append("</ul>\n");
        if (exhibits.Count > 0)
        {
            content.Append(CultureInfo.InvariantCulture, $"<h2>{Html(Evidence.In(language))}</h2>\n<ul>\n")
                .Append(Download(language == Language.En ? "evidence/evidence-en.docx" : "evidence/evidence.docx", Word)).Append(Download("evidence/tallgrunnlag.xlsx", Excel)).Append(Download("evidence/evidence.json", Json)).Append("</ul>\n");
        }

        content.Append(CultureInfo.InvariantCulture, $"<h2 id=\"published\">{Html(Published.In(language))}</h2>\n<div class=\"wide\" role=\"group\" aria-labelledby=\"published\" tabindex=\"0\">\n")
            .Append(published.In(language).ToHtml()).Append("\n</div>\n").Append(CultureInfo.InvariantCulture, $"<p>{Html(AllChecks.In(language))}: <a href=\"published-check.csv\">CSV</a></p>\n");
        return new PageLayout(PageAddress.Home, language).Page(SiteTitle.In(language), content.ToString());
    }

    private void Item(StringBuilder content, NotebookOutcome outcome)
    {
        var exhibits = outcome.Collected.Exhibits.DistinctBy(exhibit => exhibit.Name).ToList();
        var figures = exhibits.Count(exhibit => exhibit.IsFigure);
        var holds = string.Join(", ", Counted(figures, "figur", "figurer", "figure", "figures").Concat(Counted(exhibits.Count - figures, "tabell", "tabeller", "table", "tables")));
        content.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PageAddress.OfNotebook(outcome.Name).Path(language)}\">{Html(outcome.Title.In(language))}</a>")
            .Append(holds.Length > 0 ? $" <small>{holds}</small>" : "").Append("</li>\n");
    }

    private IEnumerable<string> Counted(int count, string one, string several, string oneEn, string severalEn) => count == 0 ? [] :
        [string.Create(CultureInfo.InvariantCulture, $"{count} {(language == Language.En ? (count == 1 ? oneEn : severalEn) : count == 1 ? one : several)}")];

    private string Download(string file, LocalizedText text) => $"<li><a href=\"{file}\">{Html(text.In(language))}</a></li>\n";
}
