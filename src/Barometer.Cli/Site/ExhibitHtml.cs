using System.Text;
using System.Text.RegularExpressions;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>What pages have of a figure or table: its drawing with the interactive chart, and the links to its files.</summary>
internal static partial class ExhibitHtml
{
    private static readonly LocalizedText Download = new("Last ned", "Download");
    private static readonly LocalizedText Untitled = new("uten tittel", "without title");

    private static readonly (string Ending, string Name)[] Pictures = [(".svg", "SVG"), (".png", "PNG"), (".pdf", "PDF")];
    private static readonly (string Ending, string Name)[] Tables =
        [(".xlsx", "Excel"), (".docx", "Word"), (".excel.csv", "CSV (;)"), (".csv", "CSV"), (".html", "HTML"), (".md", "Markdown"), (".tex", "LaTeX")];

    /// <summary>
    /// A figure: the drawing with its words, its downloads, and the interactive chart as data, which a script draws in the
    /// drawing's place when a reader asks for it.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="language">The language.</param>
    /// <param name="id">Its id on the page as an attribute; empty when it has been shown there before.</param>
    public static string Figure(Exhibit figure, Language language, string id)
    {
        var picture = FileEnding(figure, ".svg", language)!;

        // Figures write their charts with < and > escaped: nothing in them can end the element.
        return $"""
            <figure{id}>
            <img src="../{Html(picture.Name)}" alt="{figure.AltText.Html(language)}" width="720" height="{Height(picture)}">
            <figcaption>
            {Downloads(figure, language)}</figcaption>
            <script type="application/json">{Encoding.UTF8.GetString(FileEnding(figure, ".plotly.json", language)!.Bytes)}</script>
            </figure>

            """;
    }

    /// <summary>An exhibit's id on a page, which no heading's id can be by chance.</summary>
    public static string Anchor(Exhibit exhibit) => Html((exhibit.IsFigure ? "figure-" : "table-") + Path.GetFileNameWithoutExtension(exhibit.Name));

    /// <summary>A figure's drawing without words, for a list that has them beside it; empty for a table.</summary>
    public static string Thumbnail(Exhibit exhibit, Language language) => FileEnding(exhibit, ".svg", language) is not { } picture ? "" : $"""
        <img src="../{Html(picture.Name)}" alt="" loading="lazy" width="720" height="{Height(picture)}">

        """;

    /// <summary>A paragraph of links to an exhibit's files, for a page in the folder of pages.</summary>
    public static string Downloads(Exhibit exhibit, Language language)
    {
        var all = exhibit.Files(language);
        var untitled = all.Where(file => Path.GetFileNameWithoutExtension(file.Name).Contains("-untitled", StringComparison.Ordinal)).ToList();
        var files = all.Except(untitled).ToList();
        var tables = Links(Tables, files);
        var links = !exhibit.IsFigure
            ? tables
            : $"{Links(Pictures, files)}; {Untitled.Html(language)}: {Links(Pictures, untitled)}. {Numbers.Html(language)}: {tables}";
        return $"""
            <p class="downloads">{Download.Html(language)}: {links}</p>

            """;
    }

    private static ArtifactFile? FileEnding(Exhibit exhibit, string ending, Language language) =>
        exhibit.Files(language).FirstOrDefault(file => file.Name.EndsWith(ending, StringComparison.Ordinal));

    private static string Links((string Ending, string Name)[] kinds, List<ArtifactFile> files) => string.Join(
        ", ",
        from kind in kinds
        let file = files.Find(file => IsOf(file, kind.Ending))
        where file is not null
        select $"""<a href="../{Html(file.Name)}">{kind.Name}</a>""");

    private static bool IsOf(ArtifactFile file, string ending) => file.Name.EndsWith(ending, StringComparison.Ordinal)
        && (ending != ".csv" || !file.Name.EndsWith(".excel.csv", StringComparison.Ordinal));

    // The height of an SVG file that is 720 wide, as every figure is: a page states it so that nothing moves while it loads.
    private static string Height(ArtifactFile picture) =>
        Size().Match(Encoding.UTF8.GetString(picture.Bytes.AsSpan(0, Math.Min(picture.Bytes.Length, 400)))).Groups[1].Value;

    [GeneratedRegex("width=\"720\" height=\"(\\d+)\"")]
    private static partial Regex Size();
}
