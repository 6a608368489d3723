using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>The data dictionary: every variable of the surveys with its question, its answers, who was asked, and the figures made of it.</summary>
internal sealed class DictionaryPage(IReadOnlyList<Codebook> codebooks, IReadOnlyList<CatalogEntry> entries, LocalizedText site, Language language)
{
    private static readonly LocalizedText Variable = new("Variabel", "Variable");
    private static readonly LocalizedText Content = new("Innhold", "Content");
    private static readonly LocalizedText Answer = new("Svar", "Answers");
    private static readonly LocalizedText Asked = new("Spurt", "Asked");
    private static readonly LocalizedText Derived = new("Avledet", "Derived");
    private static readonly LocalizedText Battery = new("Batteri", "Battery");

    /// <summary>The page.</summary>
    public string Write() => new PageLayout(PageAddress.Dictionary, site, language).Page(Variables.In(language), $"""
        <h1>{Variables.Html(language)}</h1>
        {string.Concat(codebooks.Select(Survey))}
        """);

    private string Survey(Codebook codebook) => $"""
        <h2 id="{codebook.Id}">{codebook.Title.Html(language)}</h2>
        <p>{codebook.Provenance.Html(language)}</p>
        <div class="wide" tabindex="0" role="group" aria-labelledby="{codebook.Id}">
        <table class="dictionary">
        <caption>{Variables.Html(language)}: {Html(codebook.Id)}</caption>
        <thead><tr><th scope="col">{Variable.Html(language)}</th><th scope="col">{Content.Html(language)}</th><th scope="col">{Answer.Html(language)}</th></tr></thead>
        <tbody>
        {string.Concat(codebook.Variables.DistinctBy(variable => variable.Name).Select(variable => Row(codebook, variable)))}</tbody>
        </table>
        </div>

        """;

    private string Row(Codebook codebook, Variable variable) => $"""
        <tr id="{codebook.Id}.{variable.Name}"><th scope="row"><code>{variable.Name}</code></th><td>{Words(variable)}{Rules(codebook, variable)}{Shown(codebook, variable)}</td><td>{Answers(variable)}</td></tr>

        """;

    private string Words(Variable variable) => (variable.Question ?? variable.Label).Html(language)
        + (variable.Routing is { } routing ? $"<br>{Asked.Html(language)}: {routing.Universe.Html(language)}" : "")
        + (variable.Battery is { } battery ? $"<br>{Battery.Html(language)}: <code>{battery}</code>" : "");

    // Two notebooks may call two things by one name.
    private string Rules(Codebook codebook, Variable variable) => string.Concat(codebook.Derived.Where(derived => derived.Variable.Name == variable.Name)
        .Select(derived => $"<br>{Derived.Html(language)}: {derived.Words.Html(language)}"));

    private string Shown(Codebook codebook, Variable variable)
    {
        var links = entries.Where(entry => entry.Codebook == codebook && entry.Variables.Contains(variable))
            .Select(entry => $"""<a href="{PageAddress.OfNotebook(entry.Item.Exhibit.Notebook).Name(language)}#{ExhibitHtml.Anchor(entry.Item.Exhibit)}">{entry.Item.Label.Html(language)}</a>""");
        return string.Join(", ", links) is { Length: > 0 } shown ? $"<br>{Figures.Html(language)}: {shown}" : "";
    }

    // The codes are what category:, Where and sentences are written with.
    private string Answers(Variable variable) => string.Join("<br>", variable.Categories.Select(category => (category.Code, category.Label))
        .Concat(variable.MissingCodes.Where(missing => missing.Reason is MissingReason.DontKnow or MissingReason.NotRelevant).Select(missing => (missing.Code, missing.Label)))
        .Select(answer => $"<code>{answer.Code}</code> {answer.Label.Html(language)}"));
}
