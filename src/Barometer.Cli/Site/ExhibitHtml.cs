using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Barometer.Evidence.Text;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>What pages have of a figure or table: its drawing, its number and permalink, how to cite it, and one menu of its files.</summary>
internal static partial class ExhibitHtml
{
    private static readonly LocalizedText Download = new("Last ned", "Download");
    private static readonly LocalizedText Cite = new("Siter", "Cite");
    private static readonly LocalizedText PermanentLink = new("Fast lenke", "Permanent link");
    private static readonly LocalizedText ForWord = new("For Word", "For Word");
    private static readonly LocalizedText More = new("Mer", "More");
    private static readonly LocalizedText Picture = new("Bilde (PNG)", "Picture (PNG)");
    private static readonly LocalizedText Vector = new("Bilde som kan skaleres (SVG)", "Scalable picture (SVG)");
    private static readonly LocalizedText Untitled = new("uten tittel", "without title");
    private static readonly LocalizedText Table = new("Tabell (Word)", "Table (Word)");
    private static readonly LocalizedText NorwegianCsv = new("CSV for norsk Excel", "CSV for a Norwegian Excel");
    private static readonly LocalizedText Csv = new("CSV for programmer", "CSV for programs");
    private static readonly LocalizedText Cell = new("celle", "cell");
    private static readonly LocalizedText Notebook = new("notatbok", "notebook");

    /// <summary>A figure: the drawing with its words, for a narrow window in a form of its own where there is one; its number, files and citation.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="item">It with its number; null for one that stands in no pack.</param>
    /// <param name="language">The language.</param>
    /// <param name="id">Its id on the page as an attribute; empty when it has been shown there before.</param>
    public static string Figure(Exhibit figure, PackItem? item, Language language, string id)
    {
        var (wide, narrow) = (Drawing(figure, language, isNarrow: false)!, Drawing(figure, language, isNarrow: true));
        var image = $"""<img src="../{Html(wide.Name)}" alt="{figure.AltText.Html(language)}" {Size(wide)}>""";
        return $"""
            <figure{id}>
            {(narrow is null ? image : $"<picture><source media=\"(max-width: 40rem)\" srcset=\"../{Html(narrow.Name)}\" {Size(narrow)}>{image}</picture>")}
            <figcaption>
            {Tools(figure, item, language)}</figcaption>
            </figure>

            """;
    }

    /// <summary>An exhibit's id on a page, which no heading's id can be by chance.</summary>
    public static string Anchor(Exhibit exhibit) => Html((exhibit.IsFigure ? "figure-" : "table-") + Path.GetFileNameWithoutExtension(exhibit.Name));

    /// <summary>Its number, which leads to itself.</summary>
    public static string Permalink(PackItem item, Language language) =>
        $"""<a class="permalink" href="#{Anchor(item.Exhibit)}" title="{PermanentLink.Html(language)}">{item.Label.Html(language)}</a>""";

    /// <summary>The small picture that lists and cards show of a figure; null for a table.</summary>
    public static ArtifactFile? Thumbnail(Exhibit exhibit, Language language) => !exhibit.IsFigure ? null : new ArtifactFile(
        $"site/thumbs/{Path.GetFileNameWithoutExtension(Drawing(exhibit, language, isNarrow: false)!.Name)}.png", () => exhibit.Thumbnail(language))
    { Origin = exhibit.Origin };

    /// <summary>The small picture as an element, without words, for a place that has them beside it; empty for a table.</summary>
    /// <param name="exhibit">The figure.</param>
    /// <param name="language">The language.</param>
    /// <param name="root">The way from the page to the folder of artifacts.</param>
    public static string Small(Exhibit exhibit, Language language, string root) => Thumbnail(exhibit, language) is not { } picture ? "" : $"""
        <span class="thumb"><img src="{root}{Html(picture.Name)}" alt="" loading="lazy" {SizeOfPng(picture)}></span>

        """;

    /// <summary>The menus of an exhibit: its files in the words of who needs them, and how to cite it.</summary>
    public static string Tools(Exhibit exhibit, PackItem? item, Language language) => $"""
        <div class="tools">
        {(item is null || !exhibit.IsFigure ? "" : $"<span class=\"number\">{Permalink(item, language)}</span>\n")}{Downloads(exhibit, language)}{(item is null ? "" : Citation(item, language))}</div>

        """;

    /// <summary>One menu of an exhibit's files, for a page in the folder of pages.</summary>
    public static string Downloads(Exhibit exhibit, Language language)
    {
        var files = exhibit.Files(language);
        var (titled, untitled) = (files.Where(file => !IsUntitled(file)).ToList(), files.Where(IsUntitled).ToList());
        var (png, svg, bare) = (Link(titled, ".png", Picture), Link(titled, ".svg", Vector), Link(untitled, ".png", Untitled) + Link(untitled, ".svg", new($"{Untitled.Nb}, SVG", $"{Untitled.En}, SVG")));
        return $"""
            <details class="downloads"><summary>{Download.Html(language)}</summary>
            <dl>
            <dt>{ForWord.Html(language)}</dt>{png}{svg}{bare}{Link(titled, ".docx", Table)}
            <dt>{Numbers.Html(language)}</dt>{Link(titled, ".xlsx", new("Excel", "Excel"))}{Link(titled, ".excel.csv", NorwegianCsv)}
            <dt>{More.Html(language)}</dt>{Link(titled, ".pdf", new("PDF", "PDF"))}{Link(titled, ".csv", Csv)}{Link(titled, ".html", new("HTML", "HTML"))}{Link(titled, ".md", new("Markdown", "Markdown"))}{Link(titled, ".tex", new("LaTeX", "LaTeX"))}
            </dl>
            </details>

            """;

        string Link(List<ArtifactFile> from, string ending, LocalizedText words) => from.Find(file => IsOf(file, ending)) is { } file
            ? $"<dd><a href=\"../{Html(file.Name)}\" download=\"\">{words.Html(language)}</a></dd>" : "";
    }

    // As notebook 99 says a figure is cited: number, notebook, cell, source and whether the answers are synthetic.
    private static string Citation(PackItem item, Language language)
    {
        var exhibit = item.Exhibit;
        var title = language == Language.En ? $"“{exhibit.Title.En}”" : $"«{exhibit.Title.Nb}»";
        var source = exhibit.Numbers.In(language).SourceLine;
        // A finding says already that it is of synthetic answers.
        var mark = $"({Wording.Synthetic.In(language)})";
        var synthetic = item.Status == PackStatus.Synthetic && !title.Contains(mark, StringComparison.OrdinalIgnoreCase) ? " " + mark : "";
        var cite = $"{item.Label.In(language)} {title}{synthetic}. Barometer.Analysis, {Notebook.In(language)} {exhibit.Notebook}, {Cell.In(language)} {exhibit.CellId}. {source}".TrimEnd();
        return $"""
            <details class="cite"><summary>{Cite.Html(language)}</summary>
            <p>{Html(cite)}</p>
            </details>

            """;
    }

    private static ArtifactFile? Drawing(Exhibit figure, Language language, bool isNarrow) =>
        figure.Files(language).FirstOrDefault(file => file.Name.EndsWith(".svg", StringComparison.Ordinal) && IsNarrow(file) == isNarrow && (!IsUntitled(file) || IsUntitled(figure.Files(language)[0])));

    private static bool IsNarrow(ArtifactFile file) => Path.GetFileNameWithoutExtension(file.Name).Contains("-narrow", StringComparison.Ordinal);

    private static bool IsUntitled(ArtifactFile file) => Path.GetFileNameWithoutExtension(file.Name).Contains("-untitled", StringComparison.Ordinal);

    private static bool IsOf(ArtifactFile file, string ending) => file.Name.EndsWith(ending, StringComparison.Ordinal) && !IsNarrow(file)
        && (ending != ".csv" || !file.Name.EndsWith(".excel.csv", StringComparison.Ordinal));

    // A page states how large a picture is so that nothing moves while it loads.
    private static string Size(ArtifactFile picture) =>
        SizeOfSvg().Match(Encoding.UTF8.GetString(picture.Bytes.AsSpan(0, Math.Min(picture.Bytes.Length, 600)))).Value;

    // The header chunk: width and height in bytes 16 to 23 (PNG specification, 11.2.1).
    private static string SizeOfPng(ArtifactFile picture) => string.Create(
        CultureInfo.InvariantCulture,
        $"width=\"{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.Bytes.AsSpan(16))}\" height=\"{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.Bytes.AsSpan(20))}\"");

    [GeneratedRegex("width=\"[\\d.]+\" height=\"[\\d.]+\"")]
    private static partial Regex SizeOfSvg();
}
