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

    /// <summary>The path of plotly.js, the basic bundle: it draws the interactive charts, once a reader asks for one.</summary>
    public const string Plotly = "site/plotly-basic.min.js";

    private static readonly LocalizedText Skip = new("Til innholdet", "Skip to content");
    private static readonly LocalizedText Home = new("Forside", "Home");
    private static readonly LocalizedText Pages = new("Sider", "Pages");
    private static readonly LocalizedText SearchLabel = new("Søk i figurer og tabeller", "Search figures and tables");
    private static readonly LocalizedText Search = new("Søk", "Search");
    private static readonly LocalizedText Interactive = new("Vis interaktiv figur", "Show interactive chart");
    private static readonly LocalizedText Static = new("Vis bildet", "Show the picture");
    private static readonly LocalizedText Licence = new(
        "Tekst og figurer: CC BY 4.0. Kode: MIT. Datakildene har egne vilkår.", "Text and figures: CC BY 4.0. Code: MIT. Data sources have terms of their own.");

    /// <summary>The page.</summary>
    /// <param name="title">Its title as plain text.</param>
    /// <param name="content">Its content as HTML.</param>
    public string Page(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="{Tag(language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html(Whole(title))}</title>
        <link rel="stylesheet" href="{address.Root}{StyleSheet}">
        <link rel="alternate" hreflang="{Tag(Other)}" href="{address.Name(Other)}">
        <script src="{address.Root}{Script}" defer></script>
        </head>
        <body data-plotly="{address.Root}{Plotly}" data-interactive="{Interactive.Html(language)}" data-static="{Static.Html(language)}">
        <a class="skip" href="#main">{Skip.Html(language)}</a>
        <header>
        <div class="bar">
        <nav aria-label="{Pages.Html(language)}">
        <ul>
        {Link(PageAddress.Home, Home)}
        {Link(PageAddress.Figures, Figures)}
        {Link(PageAddress.Dictionary, Variables)}
        </ul>
        </nav>
        <a class="language" lang="{Tag(Other)}" hreflang="{Tag(Other)}" href="{address.Name(Other)}">{(Other == Language.En ? "English" : "Norsk")}</a>
        </div>
        {(address == PageAddress.Figures ? "" : SearchForm(address, language))}
        </header>
        <main id="main" tabindex="-1">
        {content}
        </main>
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
    public static readonly LocalizedText Numbers = new("Tallene", "The numbers");

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as HTML.</summary>
    public static string Html(string text) => Encoder.Encode(text);

    /// <summary>The text in a language as HTML.</summary>
    public static string Html(this LocalizedText text, Language language) => Html(text.In(language));

    /// <summary>The language's tag: <c>nb</c> or <c>en</c>.</summary>
    public static string Tag(Language language) => language == Language.En ? "en" : "nb";
}
