using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Barometer.Cli.Site;

/// <summary>What every page of the site has around its content. It needs neither network nor scripts.</summary>
internal static class PageLayout
{
    /// <summary>The style sheet's path in the folder of artifacts.</summary>
    public const string StyleSheet = "site/site.css";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A page.</summary>
    /// <param name="title">Its title as plain text.</param>
    /// <param name="content">Its content as HTML.</param>
    /// <param name="hasLanguages">Whether the content is in two languages, to choose from.</param>
    public static string Page(string title, string content, bool hasLanguages) => $"""
        <!DOCTYPE html>
        <html lang="nb">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} – Innovasjonsbarometeret for staten 2018</title>
        <link rel="stylesheet" href="site.css">
        </head>
        <body>
        <a class="skip" href="#main">Til innholdet</a>
        <header>
        <nav aria-label="Sider"><a href="../index.html">Figurer og tabeller</a><a href="dictionary.html">Variabler</a><a href="../index.html#published">Publiserte tall</a></nav>
        {(hasLanguages ? LanguageSwitch : "")}
        </header>
        <main id="main">
        {content}
        </main>
        <footer>
        <p>Tekst og figurer: CC BY 4.0. Kode: MIT. Datakildene har egne vilkår.</p>
        </footer>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>The text as HTML.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    private const string LanguageSwitch = """
        <fieldset class="language">
        <legend>Språk / language:</legend>
        <label><input type="radio" name="language" id="show-both" checked> Begge / both</label>
        <label><input type="radio" name="language" id="show-nb"> Norsk</label>
        <label lang="en"><input type="radio" name="language" id="show-en"> English</label>
        </fieldset>
        """;
}
