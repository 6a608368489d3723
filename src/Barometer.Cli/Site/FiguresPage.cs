using System.Globalization;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>
/// The list of all figures and tables, by notebook. It is whole without scripts; with them it is filtered as one types, by
/// the words that each entry carries.
/// </summary>
internal sealed class FiguresPage(IReadOnlyList<CatalogEntry> entries, LocalizedText site, Language language)
{
    private static readonly LocalizedText Lead = new(
        "Alle figurer og tabeller i notatbøkene, med nedlasting. Søk etter tittel, spørsmål, variabel, svar eller notatbok, på norsk eller engelsk.",
        "All figures and tables of the notebooks, to download. Search by title, question, variable, answer or notebook, in Norwegian or English.");

    private static readonly LocalizedText NoScript = new(
        "Feltet krever skript. Uten skript er hele listen her; bruk nettleserens eget søk.", "The field needs scripts. Without them the whole list is here; use your browser's own search.");

    private static readonly LocalizedText Count = new("{0} figurer og {1} tabeller", "{0} figures and {1} tables");
    private static readonly LocalizedText Found = new("Viser {0} av {1}", "Showing {0} of {1}");
    private static readonly LocalizedText NoneFound = new("Ingen treff. Prøv færre eller kortere ord.", "Nothing found. Try fewer or shorter words.");
    private static readonly LocalizedText Near = new("Ingen treff på ordene; viser det som ligner", "Nothing found by these words; showing what is near");
    private static readonly LocalizedText Kind = new("Vis", "Show");
    private static readonly LocalizedText All = new("alle", "all");
    private static readonly LocalizedText OnlyFigures = new("figurer", "figures");
    private static readonly LocalizedText OnlyTables = new("tabeller", "tables");
    private static readonly LocalizedText Status = new("Tallene er", "The numbers are");
    private static readonly LocalizedText Items = new("spørsmål", "items");
    private static readonly LocalizedText Question = new("Spørsmål", "Question");

    /// <summary>The page.</summary>
    public string Write()
    {
        var figures = entries.Count(entry => entry.Item.Exhibit.IsFigure);
        var count = string.Format(CultureInfo.InvariantCulture, Count.In(language), figures, entries.Count - figures);
        return new PageLayout(PageAddress.Figures, site, language) { Description = Lead.In(language) }.Page(Figures.In(language), $"""
            <h1>{Figures.Html(language)}</h1>
            <p>{Lead.Html(language)}</p>
            {PageLayout.SearchForm(PageAddress.Figures, language)}
            {Filters()}
            <noscript><p>{NoScript.Html(language)}</p></noscript>
            <p id="found" role="status" data-found="{Found.Html(language)}" data-none="{NoneFound.Html(language)}" data-near="{Near.Html(language)}">{Html(count)}</p>
            {string.Concat(entries.GroupBy(entry => entry.Item.Exhibit.Notebook).Select(Section))}
            """);
    }

    // Shown by the script that makes them work.
    private string Filters() => $"""
        <div class="filters" hidden>
        <label>{Kind.Html(language)} <select name="kind"><option value="">{All.Html(language)}</option><option value="figure">{OnlyFigures.Html(language)}</option><option value="table">{OnlyTables.Html(language)}</option></select></label>
        <label>{Status.Html(language)} <select name="status"><option value="">{All.Html(language)}</option>{string.Concat(entries.Select(entry => entry.Item.Status).Distinct().Order().Select(status => $"<option value=\"{status.ToString().ToLowerInvariant()}\">{status.Words().Html(language)}</option>"))}</select></label>
        </div>
        """;

    private string Section(IGrouping<string, CatalogEntry> notebook) => $"""
        <section class="catalog" aria-labelledby="{Html(notebook.Key)}">
        <h2 id="{Html(notebook.Key)}">{notebook.First().Notebook.Html(language)}</h2>
        <ul>
        {string.Concat(notebook.Select(Item))}</ul>
        </section>

        """;

    private string Item(CatalogEntry entry)
    {
        var exhibit = entry.Item.Exhibit;
        var page = PageAddress.OfNotebook(exhibit.Notebook).Name(language);
        return $"""
            <li data-words="{Html(entry.Words())}" data-kind="{(exhibit.IsFigure ? "figure" : "table")}" data-status="{entry.Item.Status.ToString().ToLowerInvariant()}">
            {ExhibitHtml.Small(exhibit, language, "../")}<div>
            <h3><a href="{page}#{ExhibitHtml.Anchor(exhibit)}">{exhibit.Title.Html(language)}</a></h3>
            <p>{entry.Item.Label.Html(language)} · {entry.Item.Status.Words().Html(language)}{VariableLinks(entry)}</p>
            {string.Concat(entry.Questions.Take(2).Select(Asked))}{ExhibitHtml.Downloads(exhibit, language)}</div>
            </li>

            """;
    }

    private string Asked(LocalizedText question) => $"""
        <p>{Question.Html(language)}: {question.Html(language)}</p>

        """;

    private string VariableLinks(CatalogEntry entry) => string.Concat(
        from variables in entry.Groups
        let dictionary = PageAddress.Dictionary.Name(language)
        let first = variables[0]
        let isBattery = variables.Count > 1
        select $""" · <a href="{dictionary}#{entry.Codebook!.Id}.{first.Name}"><code>{(isBattery ? first.Battery : first.Name)}</code></a>"""
            + (isBattery ? $" ({variables.Count.ToString(CultureInfo.InvariantCulture)} {Items.Html(language)})" : ""));
}

/// <summary>A figure or table as the list of all of them tells it.</summary>
/// <param name="Item">The figure or table with its number.</param>
/// <param name="Notebook">The title of its notebook.</param>
/// <param name="Codebook">The codebook of its survey; null for numbers that others have published.</param>
/// <param name="Variables">The variables it is of.</param>
internal sealed record CatalogEntry(PackItem Item, LocalizedText Notebook, Codebook? Codebook, IReadOnlyList<Variable> Variables)
{
    private const int Told = 3;

    /// <summary>The variables that stand alone, and the batteries with their variables: a long battery is told as one thing.</summary>
    public IEnumerable<IReadOnlyList<Variable>> Groups => Variables.GroupBy(variable => variable.Battery ?? variable.Name)
        .SelectMany(group => group.Count() > Told ? [[.. group]] : group.Select(variable => (IReadOnlyList<Variable>)[variable]));

    /// <summary>The questions behind it, each once; of several items that share a question, the question.</summary>
    public IEnumerable<LocalizedText> Questions
    {
        get
        {
            var asked = Variables.Select(variable => variable.Question).OfType<LocalizedText>().Distinct().ToList();
            return asked.GroupBy(question => Stem(question.Nb)).Select(group => group.Count() == 1 ? group.First() : new LocalizedText(group.Key, Stem(group.First().En)));
        }
    }

    /// <summary>
    /// Everything it may be searched by, in both languages and in small letters: number, titles, questions, variables, answers and notebook.
    /// </summary>
    public string Words()
    {
        var batteries = Variables.Select(variable => variable.Battery).OfType<string>().Distinct().Select(battery => Codebook!.Batteries[battery]);
        IEnumerable<LocalizedText> texts =
        [
            Item.Label, Item.Status.Words(), Item.Exhibit.Title, Notebook,
            .. Variables.Select(variable => variable.Question).OfType<LocalizedText>(), .. batteries,
            .. Variables.Select(variable => variable.Label), .. Variables.SelectMany(variable => variable.Categories).Select(category => category.Label),
        ];
        var names = Variables.Select(variable => variable.Name).Append(Item.Exhibit.Stamp.Id).Append(Item.Exhibit.Notebook);
        return string.Join(" | ", texts.SelectMany(text => new[] { text.Nb, text.En }).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)).ToLowerInvariant();
    }

    // The question of a battery, then the item: «In what degree …? – Leader».
    private static string Stem(string question) => question.Split(" – ")[0];
}
