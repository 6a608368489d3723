using System.Text.Encodings.Web;
using System.Text.Unicode;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>What every page of the site has around its content. It needs no network, and scripts only add to it.</summary>
/// <param name="address">Where the page lies.</param>
/// <param name="site">What the site is called.</param>
/// <param name="language">The language of the page.</param>
internal sealed class PageLayout(PageAddress address, LocalizedText site, Language language)
{
    /// <summary>The style sheet's path under the folder of artifacts.</summary>
    public const string StyleSheet = "site/site.css";

    /// <summary>The script's path.</summary>
    public const string Script = "site/site.js";

    // Three bars: a figure. Inside the page, so that nothing is fetched.
    private const string Icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23274247'/%3E%3Cpath d='M3 5h10M3 8h6M3 11h8' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

    private static readonly LocalizedText Skip = new("Til innholdet", "Skip to content");
    private static readonly LocalizedText Home = new("Forside", "Home");
    private static readonly LocalizedText Pages = new("Sider", "Pages");
    private static readonly LocalizedText SearchLabel = new("Søk i figurer og tabeller", "Search figures and tables");
    private static readonly LocalizedText Search = new("Søk", "Search");
    private static readonly LocalizedText Copy = new("Kopier", "Copy");
    private static readonly LocalizedText Copied = new("Kopiert", "Copied");
    private static readonly LocalizedText SortBy = new("Sorter etter", "Sort by");
    private static readonly LocalizedText Licence = new(
        "Tekst og figurer: CC BY 4.0. Kode: MIT. Datakildene har egne vilkår.", "Text and figures: CC BY 4.0. Code: MIT. Data sources have terms of their own.");

    /// <summary>What search engines and previews say of the page; null to say nothing.</summary>
    public string? Description { get; init; }

    /// <summary>What stands beside the content, and under it in a narrow window: the ways to other places.</summary>
    public string Beside { get; init; } = "";

    /// <summary>Whether the page exists in its own language only.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The page.</summary>
    /// <param name="title">Its title as plain text.</param>
    /// <param name="content">Its content as HTML.</param>
    public string Page(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="{Tag(language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Html(Whole(title))}</title>
        {(Description is null ? "" : $"<meta name=\"description\" content=\"{Html(Description)}\">\n")}<link rel="icon" href="{Icon}">
        <link rel="stylesheet" href="{address.Root}{StyleSheet}">
        {(IsAlone ? "" : $"<link rel=\"alternate\" hreflang=\"{Tag(Other)}\" href=\"{address.Name(Other)}\">\n")}<script src="{address.Root}{Script}" defer></script>
        </head>
        <body data-copy="{Copy.Html(language)}" data-copied="{Copied.Html(language)}" data-sort="{SortBy.Html(language)}">
        <a class="skip" href="#main">{Skip.Html(language)}</a>
        <header>
        <div class="bar">
        <nav aria-label="{Pages.Html(language)}">
        <ul>
        {Link(PageAddress.Home, Home)}
        {Link(PageAddress.Figures, Figures)}
        {Link(PageAddress.Dictionary, Variables)}
        {Link(PageAddress.Checks, Checks)}
        </ul>
        </nav>
        {(IsAlone ? "" : $"<a class=\"language\" lang=\"{Tag(Other)}\" hreflang=\"{Tag(Other)}\" href=\"{address.Name(Other)}\">{(Other == Language.En ? "English" : "Norsk")}</a>\n")}</div>
        {(address == PageAddress.Figures ? "" : SearchForm(address, language))}
        </header>
        <div class="page{(Beside.Length > 0 ? " two" : "")}">
        <main id="main" tabindex="-1">
        {content}
        </main>
        {(Beside.Length > 0 ? $"<div class=\"beside\">\n{Beside}</div>\n" : "")}</div>
        <footer>
        <p>{Licence.Html(language)}</p>
        </footer>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>The field that searches figures; it leads to the list of all of them, which filters itself where scripts run.</summary>
    public static string SearchForm(PageAddress from, Language language) => $"""
        <form role="search" action="{from.To(PageAddress.Figures, language)}">
        <label for="search">{SearchLabel.Html(language)}</label>
        <input type="search" id="search" name="q" autocomplete="off" spellcheck="false">
        <button>{Search.Html(language)}</button>
        </form>
        """;

    private Language Other => language == Language.En ? Language.Nb : Language.En;

    private string Whole(string title) => address == PageAddress.Home ? title : $"{title} – {site.In(language)}";

    private string Link(PageAddress to, LocalizedText text) =>
        $"""<li><a href="{address.To(to, language)}"{(to == address ? " aria-current=\"page\"" : "")}>{text.Html(language)}</a></li>""";
}

/// <summary>Where a page lies under the folder of artifacts, in each language.</summary>
/// <param name="Folder">Its folder: empty, or <c>site/</c>.</param>
/// <param name="Stem">Its name without language and ending.</param>
internal sealed record PageAddress(string Folder, string Stem)
{
    /// <summary>The first page.</summary>
    public static readonly PageAddress Home = new("", "index");

    /// <summary>The list of all figures and tables.</summary>
    public static readonly PageAddress Figures = new("site/", "figures");

    /// <summary>The data dictionary.</summary>
    public static readonly PageAddress Dictionary = new("site/", "dictionary");

    /// <summary>The published figures that were checked.</summary>
    public static readonly PageAddress Checks = new("site/", "checks");

    /// <summary>The way from the page to the folder of artifacts.</summary>
    public string Root => Folder.Length == 0 ? "" : "../";

    /// <summary>A notebook's page.</summary>
    public static PageAddress OfNotebook(string name) => new("site/", name);

    /// <summary>The name of its file.</summary>
    public string Name(Language language) => Stem + (language == Language.En ? "-en.html" : ".html");

    /// <summary>The path of its file under the folder of artifacts.</summary>
    public string Path(Language language) => Folder + Name(language);

    /// <summary>The link from this page to another.</summary>
    public string To(PageAddress other, Language language) => Root + other.Path(language);
}

/// <summary>Text in the pages: the words that several pages share, and how words become HTML.</summary>
internal static class SiteText
{
    public static readonly LocalizedText Figures = new("Figurer og tabeller", "Figures and tables");
    public static readonly LocalizedText Variables = new("Variabler", "Variables");
    public static readonly LocalizedText Checks = new("Kontroll", "Checks");
    public static readonly LocalizedText Numbers = new("Tallene", "The numbers");

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as HTML.</summary>
    public static string Html(string text) => Encoder.Encode(text);

    /// <summary>The text in a language as HTML.</summary>
    public static string Html(this LocalizedText text, Language language) => Html(text.In(language));

    /// <summary>The language's tag: <c>nb</c> or <c>en</c>.</summary>
    public static string Tag(Language language) => language == Language.En ? "en" : "nb";
}
