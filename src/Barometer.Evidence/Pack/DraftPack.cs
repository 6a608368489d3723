namespace Barometer.Evidence.Pack;

/// <summary>
/// What an author takes along from a notebook that isn't published: its figures, tables and sentences as a document, a workbook, pictures and single tables, each marked as a draft in
/// the picture itself and over the table. The same notebook gives the same bytes.
/// </summary>
internal sealed class DraftPack
{
    private static readonly string[] Endings = [".png", ".svg", ".docx", ".xlsx"];

    /// <summary>The pack of what a notebook showed.</summary>
    /// <param name="notebook">The notebook's name.</param>
    /// <param name="title">Its title.</param>
    /// <param name="exhibits">What it showed.</param>
    /// <param name="sentences">The sentences that stand under none of it.</param>
    /// <param name="numbers">The numbers that figures and tables have; what has none yet is called U.1, U.2, …, so that nobody takes it for a number that is kept.</param>
    /// <exception cref="BarometerException">The notebook shows nothing that could be taken along.</exception>
    public DraftPack(string notebook, LocalizedText title, IEnumerable<Exhibit> exhibits, IReadOnlyList<LocalizedText> sentences, ExhibitNumbers numbers)
    {
        (Notebook, Title, Sentences) = (notebook, title, sentences);
        var (figures, tables) = (0, 0);
        Items = [.. EvidencePack.Shown(exhibits).Select(exhibit => new PackItem(
            exhibit.AsDraft(), numbers.Find(exhibit) ?? new ExhibitNumber(exhibit.IsFigure, null, exhibit.IsFigure ? ++figures : ++tables)))];
        if (Items.Count + sentences.Count == 0)
        {
            throw new BarometerException(new Problem(
                $"The notebook {notebook} shows no figure, table or sentence", Expected: "a cell that ends in what was released", Hint: "barometer.Release(…) in a cell of its own, or its .Bars() or .Sentence(…)"));
        }
    }

    /// <summary>The notebook's name.</summary>
    public string Notebook { get; }

    /// <summary>The notebook's title.</summary>
    public LocalizedText Title { get; }

    /// <summary>The sentences that stand under no figure or table.</summary>
    public IReadOnlyList<LocalizedText> Sentences { get; }

    /// <summary>The figures and tables.</summary>
    public IReadOnlyList<PackItem> Items { get; }

    /// <summary>The template whose styles the document takes; null for its own.</summary>
    public WordTemplate? Template { get; init; }

    /// <summary>Whether the document has native charts in place of pictures, where a figure can be one.</summary>
    public bool HasCharts { get; init; }

    /// <summary>The workbook's name.</summary>
    public string Workbook => Name + ".xlsx";

    /// <summary>The name of the workbook whose words are in a language.</summary>
    public string WorkbookIn(Language language) => language == Language.En ? Name + "-en.xlsx" : Workbook;

    private byte[] WriteWorkbook(Language language) =>
        PackWorkbook.Write(Items, new LocalizedText($"{Wording.Draft.Nb}: {Title.Nb}", $"{Wording.Draft.En}: {Title.En}"), language, WorkbookWords.Of(this), Sentences);

    private string Name => $"{Wording.Draft.Nb.ToLowerInvariant()}-{Notebook}";

    /// <summary>The files: the document and the workbook in both languages, and each figure and table by itself.</summary>
    public IReadOnlyList<ArtifactFile> Files() =>
    [
        new(Name + ".docx", () => PackDocument.Write(this, Language.Nb)),
        new(Name + "-en.docx", () => PackDocument.Write(this, Language.En)),
        new(Workbook, () => WriteWorkbook(Language.Nb)),
        new(WorkbookIn(Language.En), () => WriteWorkbook(Language.En)),
        .. Items.SelectMany(item => item.Exhibit.Files()).Where(file => Endings.Contains(Path.GetExtension(file.Name))),
    ];
}
