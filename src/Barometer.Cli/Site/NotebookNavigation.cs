using System.Text.RegularExpressions;

namespace Barometer.Cli.Site;

/// <summary>The ways between notebooks and within one: previous and next, the contents of the page, the list of all notebooks; all by titles.</summary>
/// <param name="notebooks">The notebooks in their order.</param>
/// <param name="language">The language.</param>
internal sealed partial class NotebookNavigation(IReadOnlyList<NotebookOutcome> notebooks, Language language)
{
    private static readonly LocalizedText OnPage = new("På denne siden", "On this page");
    private static readonly LocalizedText All = new("Alle notatbøker", "All notebooks");
    private static readonly LocalizedText Ways = new("Forrige og neste notatbok", "Previous and next notebook");
    private static readonly LocalizedText Previous = new("Forrige", "Previous");
    private static readonly LocalizedText Next = new("Neste", "Next");

    /// <summary>The way to the notebooks before and after one, and to the contents of its page.</summary>
    public string Steps(string name)
    {
        var at = notebooks.ToList().FindIndex(notebook => notebook.Name == name);
        return $"""
            <nav class="steps" aria-label="{Ways.Html(language)}">
            {(at > 0 ? Step("prev", Previous, notebooks[at - 1]) : "")}{(at + 1 < notebooks.Count ? Step("next", Next, notebooks[at + 1]) : "")}<a class="down" href="#contents">{OnPage.Html(language)}</a>
            </nav>

            """;
    }

    /// <summary>The headings of the second level of a page as links to them; empty where there are fewer than two.</summary>
    /// <param name="html">The page's content.</param>
    /// <param name="language">The language.</param>
    public static string Contents(string html, Language language)
    {
        var headings = Heading().Matches(html).ToList();
        return headings.Count < 2 ? "" : $"""
            <nav id="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">{OnPage.Html(language)}</h2>
            <ul>
            {string.Concat(headings.Select(heading => $"<li><a href=\"#{heading.Groups[1].Value}\">{Link().Replace(heading.Groups[2].Value, "")}</a></li>\n"))}</ul>
            </nav>

            """;
    }

    /// <summary>The list of all notebooks, that of the page marked.</summary>
    public string List(string name) => $"""
        <nav class="all" aria-labelledby="all-title">
        <h2 id="all-title">{All.Html(language)}</h2>
        <ul>
        {string.Concat(notebooks.Select(notebook => $"<li><a href=\"{PageAddress.OfNotebook(notebook.Name).Name(language)}\"{(notebook.Name == name ? " aria-current=\"page\"" : "")}>{notebook.Title.Html(language)}</a></li>\n"))}</ul>
        </nav>

        """;

    private string Step(string kind, LocalizedText word, NotebookOutcome to) =>
        $"<a rel=\"{kind}\" href=\"{PageAddress.OfNotebook(to.Name).Name(language)}\"><small>{word.Html(language)}</small> {to.Title.Html(language)}</a>\n";

    [GeneratedRegex("<h2 id=\"([^\"]+)\"[^>]*>(.*?)</h2>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("</?a\\b[^>]*>")]
    private static partial Regex Link();
}
