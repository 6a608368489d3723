using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Barometer.Cli.Site;

/// <summary>The fixed words of the pages.</summary>
internal static class SiteText
{
    public static readonly LocalizedText SiteTitle = new("Innovasjonsbarometeret for staten 2018", "The Innovation Barometer for the state 2018");
    public static readonly LocalizedText Skip = new("Til innholdet", "Skip to content");
    public static readonly LocalizedText Home = new("Forside", "Home");
    public static readonly LocalizedText Figures = new("Figurer og tabeller", "Figures and tables");
    public static readonly LocalizedText Variables = new("Variabler", "Variables");
    public static readonly LocalizedText Published = new("Publiserte tall, kontrollert", "Published figures, checked");
    public static readonly LocalizedText Pages = new("Sider", "Pages");
    public static readonly LocalizedText SearchLabel = new("Søk i figurer og tabeller", "Search figures and tables");
    public static readonly LocalizedText Search = new("Søk", "Search");
    public static readonly LocalizedText Licence = new(
        "Tekst og figurer: CC BY 4.0. Kode: MIT. Datakildene har egne vilkår.", "Text and figures: CC BY 4.0. Code: MIT. Data sources have terms of their own.");

    public static readonly LocalizedText Download = new("Last ned", "Download");
    public static readonly LocalizedText Untitled = new("uten tittel", "without title");
    public static readonly LocalizedText Numbers = new("Tallene", "The numbers");
    public static readonly LocalizedText Code = new("Kode", "Code");
    public static readonly LocalizedText Interactive = new("Vis interaktiv figur", "Show interactive chart");
    public static readonly LocalizedText Static = new("Vis bildet", "Show the picture");

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as HTML.</summary>
    public static string Html(string text) => Encoder.Encode(text);

    /// <summary>The language's tag: <c>nb</c> or <c>en</c>.</summary>
    public static string Tag(Language language) => language == Language.En ? "en" : "nb";
}
