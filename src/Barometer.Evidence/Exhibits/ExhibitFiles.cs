using System.Text;

namespace Barometer.Evidence.Exhibits;

/// <summary>
/// The forms of figures and tables beside those a notebook shows. Each is made when it is asked for: a table and a figure know
/// none of their writers.
/// </summary>
/// <example><code>
/// File.WriteAllBytes("innovated.docx", innovated.Table().ToWord())
/// </code></example>
public static class ExhibitFiles
{
    /// <summary>
    /// The numbers as CSV: UTF-8, comma, invariant numbers, one row a cell; a number that may not be shown is an empty
    /// field with its symbol in the column <c>status</c>.
    /// </summary>
    public static string ToCsv(this EvidenceTable table) => CsvTableWriter.Write(table);

    /// <summary>The table as CSV for a Norwegian Excel: byte order mark, semicolons, decimal commas, as a reader sees it.</summary>
    public static string ToExcelCsv(this EvidenceTable table) => ExcelCsvWriter.Write(table);

    /// <summary>The table as Markdown.</summary>
    public static string ToMarkdown(this EvidenceTable table) => MarkdownTableWriter.Write(table);

    /// <summary>The table as LaTeX, for booktabs and threeparttable.</summary>
    public static string ToLatex(this EvidenceTable table) => LatexTableWriter.Write(table);

    /// <summary>The table as a Word document.</summary>
    public static byte[] ToWord(this EvidenceTable table) => WordTable.Document(table);

    /// <summary>The table as an Excel workbook.</summary>
    public static byte[] ToExcel(this EvidenceTable table) => ExcelSheet.Workbook(table);

    /// <summary>The files of a table.</summary>
    internal static IReadOnlyList<ArtifactFile> Files(this EvidenceTable table)
    {
        var name = "tables/" + table.Content.Id + Ending(table.Language);
        return
        [
            new(name + ".csv", table.ToCsv),
            new(name + ".html", () => HtmlTableWriter.Page(table)),
            new(name + ".excel.csv", table.ToExcelCsv),
            new(name + ".md", table.ToMarkdown),
            new(name + ".tex", table.ToLatex),
            new(name + ".docx", table.ToWord),
            new(name + ".xlsx", table.ToExcel),
        ];
    }

    /// <summary>
    /// The files of a figure: the picture as SVG, PNG and PDF, as SVG for a telephone (<c>NAME-narrow.svg</c>), the interactive chart, the picture without its title for a
    /// ministry's layout, and the numbers.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="untitled">The same without its title; the figure itself when it has none.</param>
    internal static IReadOnlyList<ArtifactFile> Files(this Figure figure, Figure untitled) =>
    [
        .. Pictures(figure),
        new(NameOf(figure) + "-narrow.svg", figure.ToNarrowSvg),
        new(NameOf(figure) + ".plotly.json", figure.ToPlotlyJson),
        .. figure == untitled ? [] : Pictures(untitled),
        .. figure.Numbers.Files(),
    ];

    private static ArtifactFile[] Pictures(Figure figure) =>
    [
        new(NameOf(figure) + ".svg", figure.ToSvg),
        new(NameOf(figure) + ".png", figure.ToPng),
        new(NameOf(figure) + ".pdf", figure.ToPdf),
    ];

    // The release's id, with the variant and the language where they aren't the usual ones.
    private static string NameOf(Figure figure) => "figures/" + figure.Description.Id
        + (figure.Description.HasTitle ? "" : "-untitled")
        + Ending(figure.Description.Language);

    private static string Ending(Language language) => language == Language.En ? "-en" : "";
}

/// <summary>One file for the folder of artifacts. It is made when its bytes are first asked for, and once.</summary>
internal sealed record ArtifactFile
{
    private readonly Lazy<byte[]> _bytes;

    /// <summary>A file.</summary>
    /// <param name="name">Its path under the folder of artifacts, with forward slashes: <c>figures/innovated-by-group.png</c>.</param>
    /// <param name="make">Makes its bytes.</param>
    public ArtifactFile(string name, Func<byte[]> make) => (Name, _bytes) = (name, new Lazy<byte[]>(make));

    /// <summary>A file of text, stored in UTF-8.</summary>
    public ArtifactFile(string name, Func<string> write)
        : this(name, () => Encoding.UTF8.GetBytes(write()))
    {
    }

    /// <summary>Its path under the folder of artifacts, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>Its content.</summary>
    public byte[] Bytes => _bytes.Value;

    /// <summary>What made it, for messages and the register: <c>02-innovation-activity, cell 4 (by-group)</c>.</summary>
    public string Origin { get; init; } = "the reproduction itself";
}
