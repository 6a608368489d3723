using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>What every page of the site has around its content. It needs no network, and scripts only add to it.</summary>
/// <param name="address">Where the page lies.</param>
/// <param name="language">The language of the page.</param>
internal sealed class PageLayout(PageAddress address, Language language)
{
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
        <link rel="stylesheet" href="{address.Root}{SiteAssets.StyleSheet}">
        <link rel="alternate" hreflang="{Tag(Other)}" href="{address.Name(Other)}">
        <script src="{address.Root}{SiteAssets.Script}" defer></script>
        </head>
        <body data-plotly="{address.Root}{SiteAssets.Plotly}" data-interactive="{Html(Interactive.In(language))}" data-static="{Html(Static.In(language))}">
        <a class="skip" href="#main">{Html(Skip.In(language))}</a>
        <header>
        <div class="bar">
        <nav aria-label="{Html(Pages.In(language))}">
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
        <p>{Html(Licence.In(language))}</p>
        </footer>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private Language Other => language == Language.En ? Language.Nb : Language.En;

    /// <summary>The field that searches figures; it leads to the list of all of them, which filters itself where scripts run.</summary>
    public static string SearchForm(PageAddress from, Language language) => $"""
        <form role="search" action="{from.To(PageAddress.Figures, language)}">
        <label for="search">{Html(SearchLabel.In(language))}</label>
        <input type="search" id="search" name="q" autocomplete="off" spellcheck="false">
        <button>{Html(Search.In(language))}</button>
        </form>
        """;

    private string Whole(string title) => address == PageAddress.Home ? title : $"{title} – {SiteTitle.In(language)}";

    private string Link(PageAddress to, LocalizedText text) =>
        $"<li><a href=\"{address.To(to, language)}\"{(to == address ? " aria-current=\"page\"" : "")}>{Html(text.In(language))}</a></li>";
}
