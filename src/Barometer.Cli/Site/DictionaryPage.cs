using System.Globalization;
using System.Text;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>The data dictionary: every variable of the surveys with its question, its answers, who was asked, and the figures made of it.</summary>
internal sealed class DictionaryPage(IReadOnlyList<Codebook> codebooks, IReadOnlyList<CatalogEntry> entries, Language language)
{
    private static readonly LocalizedText Variable = new("Variabel", "Variable");
    private static readonly LocalizedText Content = new("Innhold", "Content");
    private static readonly LocalizedText Answer = new("Svar", "Answers");
    private static readonly LocalizedText Asked = new("Spurt", "Asked");
    private static readonly LocalizedText Battery = new("Batteri", "Battery");

    /// <summary>The page.</summary>
    public string Write()
    {
        var content = new StringBuilder($"<h1>{Html(Variables.In(language))}</h1>\n");
        foreach (var codebook in codebooks)
        {
            content.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{codebook.Id}\">{Html(codebook.Title.In(language))}</h2>\n<p>{Html(codebook.Provenance.In(language))}</p>\n");
            Table(content, codebook);
        }

        return new PageLayout(PageAddress.Dictionary, language).Page(Variables.In(language), content.ToString());
    }

    private void Table(StringBuilder content, Codebook codebook)
    {
        content.Append(CultureInfo.InvariantCulture, $"""
            <div class="wide" tabindex="0" role="group" aria-labelledby="{codebook.Id}">
            <table class="dictionary">
            <caption>{Html(Variables.In(language))}: {Html(codebook.Id)}</caption>
            <thead><tr><th scope="col">{Html(Variable.In(language))}</th><th scope="col">{Html(Content.In(language))}</th><th scope="col">{Html(Answer.In(language))}</th></tr></thead>
            <tbody>

            """);
        foreach (var variable in codebook.Variables.DistinctBy(variable => variable.Name))
        {
            content.Append(CultureInfo.InvariantCulture, $"<tr id=\"{codebook.Id}.{variable.Name}\"><th scope=\"row\"><code>{variable.Name}</code></th><td>{Words(variable)}{Shown(codebook, variable)}</td><td>{Answers(variable)}</td></tr>\n");
        }

        content.Append("</tbody>\n</table>\n</div>\n");
    }

    private string Words(Variable variable) => Html((variable.Question ?? variable.Label).In(language))
        + (variable.Routing is { } routing ? $"<br>{Html(Asked.In(language))}: {Html(routing.Universe.In(language))}" : "")
        + (variable.Battery is { } battery ? $"<br>{Html(Battery.In(language))}: <code>{battery}</code>" : "");

    private string Shown(Codebook codebook, Variable variable)
    {
        var links = entries.Where(entry => entry.Codebook == codebook && entry.Variables.Contains(variable))
            .Select(entry => $"<a href=\"{PageAddress.OfNotebook(entry.Listed.Notebook).Name(language)}#{Html(entry.Exhibit.Anchor)}\">{Html(entry.Listed.Label.In(language))}</a>");
        return string.Join(", ", links) is { Length: > 0 } shown ? $"<br>{Html(Figures.In(language))}: {shown}" : "";
    }

    // The codes are what category:, Where and sentences are written with.
    private string Answers(Variable variable) => string.Join("<br>", variable.Categories.Select(category => (category.Code, category.Label))
        .Concat(variable.MissingCodes.Where(missing => missing.Reason is MissingReason.DontKnow or MissingReason.NotRelevant).Select(missing => (missing.Code, missing.Label)))
        .Select(answer => $"<code>{answer.Code}</code> {Html(answer.Label.In(language))}"));
}
