namespace Barometer.Evidence.Tables;

/// <summary>
/// A table that may be published: released estimates or figures that others have published. It shows itself in a
/// notebook and gives its files. There is no public constructor: what has not been released can't become a table.
/// </summary>
/// <example><code>
/// EvidenceTable.Of(barometer.Release(share, id: "innovated-by-group"))
/// </code></example>
public sealed class EvidenceTable : Displayable
{
    internal EvidenceTable(TableContent content, ReleaseStamp stamp, Language language = Language.Nb)
    {
        if (content.Rows.Any(row => row.Cells.Count != content.Columns.Count))
        {
            throw new ArgumentException($"Every row of {content.Id} needs one cell a column.", nameof(content));
        }

        Content = content;
        Stamp = stamp;
        Language = language;
    }

    /// <summary>What the table says.</summary>
    public TableContent Content { get; }

    /// <summary>The release it stands on.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>The language it is written in.</summary>
    public Language Language { get; }

    private string FileName => Content.Id + (Language == Language.En ? "-en" : "");

    /// <summary>The table of released estimates.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles; null for the house's own choices.</param>
    public static EvidenceTable Of(Released<ReleasedTable> released, TableOptions? options = null) =>
        new(EstimateTableBuilder.Build(released, options ?? new TableOptions()), released.Stamp);

    /// <summary>Published figures as a list, each as printed and with its source.</summary>
    /// <param name="published">What was selected from the registry.</param>
    public static EvidenceTable Of(Released<PublishedSelection> published) =>
        new(PublishedTable.List(published), published.Stamp);

    /// <summary>Published figures as a cross table: one row for each population, one column for each thing measured.</summary>
    /// <param name="published">What was selected from the registry.</param>
    public static EvidenceTable Cross(Released<PublishedSelection> published) =>
        new(PublishedTable.Cross(published), published.Stamp);

    /// <summary>The same table in another language.</summary>
    public EvidenceTable In(Language language) => new(Content, Stamp, language);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => HtmlTableWriter.Write(this);

    /// <inheritdoc/>
    public override string ToString() => PlainTableWriter.Write(this);

    /// <summary>
    /// The numbers as CSV: UTF-8, comma, invariant numbers, one row a cell; a number that may not be shown is an empty
    /// field with its symbol in the column <c>status</c>.
    /// </summary>
    public string ToCsv() => CsvTableWriter.Write(this);

    /// <summary>The table as CSV for a Norwegian Excel: byte order mark, semicolons, decimal commas, as a reader sees it.</summary>
    public string ToExcelCsv() => ExcelCsvWriter.Write(this);

    /// <summary>The table as Markdown.</summary>
    public string ToMarkdown() => MarkdownTableWriter.Write(this);

    /// <summary>The table as LaTeX, for booktabs and threeparttable.</summary>
    public string ToLatex() => LatexTableWriter.Write(this);

    /// <summary>The table as a Word document.</summary>
    public byte[] ToWord() => WordTable.Document(this);

    /// <summary>The table as an Excel workbook.</summary>
    public byte[] ToExcel() => ExcelSheet.Workbook(this);

    /// <summary>The files the table contributes to what a notebook leaves behind.</summary>
    public IReadOnlyList<ArtifactFile> ToFiles() =>
    [
        ArtifactFile.OfText($"tables/{FileName}.csv", ToCsv()),
        ArtifactFile.OfText($"tables/{FileName}.html", HtmlTableWriter.Page(this)),
        ArtifactFile.OfText($"tables/{FileName}.excel.csv", ToExcelCsv()),
        ArtifactFile.OfText($"tables/{FileName}.md", ToMarkdown()),
        ArtifactFile.OfText($"tables/{FileName}.tex", ToLatex()),
        ArtifactFile.OfBytes($"tables/{FileName}.docx", ToWord()),
        ArtifactFile.OfBytes($"tables/{FileName}.xlsx", ToExcel()),
    ];

    /// <inheritdoc/>
    internal override IEnumerable<IReadOnlyDictionary<string, string>> Bundles() =>
    [
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ArtifactBundle.MediaType] = ArtifactBundle.Write(ToFiles(), Stamp, Content.Title.In(Language), Language, Content, translation: Translation()),
            [HtmlTranslation.MediaType] = HtmlTranslation.Write(language => In(language).ToHtml()),
            ["text/html"] = ToHtml(),
            ["text/plain"] = ToString(),
        },
    ];

    private ArtifactTranslation Translation()
    {
        var other = In(Language == Language.En ? Language.Nb : Language.En);
        return new ArtifactTranslation(other.Language, Content.Title.In(other.Language), other.ToString(), other.ToFiles());
    }
}
