using System.Globalization;
using System.Text;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>
/// The list of all figures and tables, by notebook. It is whole without scripts; with them it is filtered as one types, by
/// the words that each entry carries.
/// </summary>
internal sealed class FiguresPage(IReadOnlyList<CatalogEntry> entries, Language language)
{
    private static readonly LocalizedText Lead = new(
        "Alle figurer og tabeller i notatbøkene, med nedlasting. Søk etter tittel, spørsmål, variabel, svar eller notatbok, på norsk eller engelsk.",
        "All figures and tables of the notebooks, to download. Search by title, question, variable, answer or notebook, in Norwegian or English.");

    private static readonly LocalizedText NoScript = new(
        "Feltet krever skript. Uten skript er hele listen her; bruk nettleserens eget søk.", "The field needs scripts. Without them the whole list is here; use your browser's own search.");

    private static readonly LocalizedText Count = new("{0} figurer og {1} tabeller", "{0} figures and {1} tables");
    private static readonly LocalizedText Found = new("Viser {0} av {1}", "Showing {0} of {1}");
    private static readonly LocalizedText NoneFound = new("Ingen treff. Prøv færre eller kortere ord.", "Nothing found. Try fewer or shorter words.");
    private static readonly LocalizedText Items = new("spørsmål", "items");
    private static readonly LocalizedText Question = new("Spørsmål", "Question");

    /// <summary>The page.</summary>
    public string Write()
    {
        var figures = entries.Count(entry => entry.Exhibit.IsFigure);
        var count = string.Format(CultureInfo.InvariantCulture, Count.In(language), figures, entries.Count - figures);
        var content = new StringBuilder($"<h1>{Html(Figures.In(language))}</h1>\n<p>{Html(Lead.In(language))}</p>\n");
        content.Append(PageLayout.SearchForm(PageAddress.Figures, language)).Append(CultureInfo.InvariantCulture, $"""

            <noscript><p>{Html(NoScript.In(language))}</p></noscript>
            <p id="found" role="status" data-found="{Html(Found.In(language))}" data-none="{Html(NoneFound.In(language))}">{Html(count)}</p>

            """);
        foreach (var notebook in entries.GroupBy(entry => entry.Listed.Notebook))
        {
            content.Append(CultureInfo.InvariantCulture, $"<section class=\"catalog\" aria-labelledby=\"{Html(notebook.Key)}\">\n")
                .Append(CultureInfo.InvariantCulture, $"<h2 id=\"{Html(notebook.Key)}\">{Html(notebook.First().Notebook.In(language))}</h2>\n<ul>\n");
            notebook.ToList().ForEach(entry => Write(content, entry));
            content.Append("</ul>\n</section>\n");
        }

        return new PageLayout(PageAddress.Figures, language).Page(Figures.In(language), content.ToString());
    }

    private void Write(StringBuilder content, CatalogEntry entry)
    {
        var form = entry.Exhibit.In(language);
        var page = PageAddress.OfNotebook(entry.Listed.Notebook).Name(language);
        content.Append(CultureInfo.InvariantCulture, $"<li data-words=\"{Html(entry.Words())}\">\n");
        if (form.FileEnding(".svg") is { } picture)
        {
            content.Append(CultureInfo.InvariantCulture, $"<img src=\"../{Html(picture.Name)}\" alt=\"\" loading=\"lazy\" width=\"720\" height=\"{PictureSize.Height(picture)}\">\n");
        }

        content.Append(CultureInfo.InvariantCulture, $"<div>\n<h3><a href=\"{page}#{Html(entry.Exhibit.Anchor)}\">{Html(form.Title)}</a></h3>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{Html(entry.Listed.Label.In(language))} · {Html(entry.Listed.Status.In(language))}{Variables(entry)}</p>\n");
        foreach (var question in entry.Questions.Take(2))
        {
            content.Append(CultureInfo.InvariantCulture, $"<p>{Html(Question.In(language))}: {Html(question.In(language))}</p>\n");
        }

        content.Append(Downloads.Of(entry.Exhibit, language)).Append("</div>\n</li>\n");
    }

    private string Variables(CatalogEntry entry) => string.Concat(entry.Groups.Select(group =>
        $" · <a href=\"{PageAddress.Dictionary.Name(language)}#{entry.Codebook!.Id}.{group[0].Name}\"><code>{(group.Count > 1 ? group[0].Battery : group[0].Name)}</code></a>"
        + (group.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({group.Count} {Html(Items.In(language))})") : "")));
}
