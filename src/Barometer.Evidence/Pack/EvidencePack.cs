namespace Barometer.Evidence.Pack;

/// <summary>
/// What an author takes home from a run of all notebooks: a Word document of all figures and tables with a method annex, in
/// Norwegian and English, a workbook of the numbers behind them, and every number as JSON. The same exhibits give the same bytes.
/// </summary>
/// <remarks>Figures and tables are numbered apart, in every chapter; a notebook that shows something is a chapter, in the order of the chapters' numbers.</remarks>
internal sealed class EvidencePack
{
    /// <summary>The document.</summary>
    public const string Document = "evidence/evidence.docx";

    /// <summary>The document in English.</summary>
    public const string EnglishDocument = "evidence/evidence-en.docx";

    /// <summary>The workbook.</summary>
    public const string Workbook = "evidence/tallgrunnlag.xlsx";

    /// <summary>The workbook in English.</summary>
    public const string EnglishWorkbook = "evidence/tallgrunnlag-en.xlsx";

    /// <summary>The numbers as JSON.</summary>
    public const string NumbersFile = "evidence/evidence.json";

    /// <summary>The releases of tables about files and about the pack itself; the method annex and the list of contents tell the same.</summary>
    private static readonly string[] NotExhibits = ["provenance", PackContents.Release];

    private readonly ExhibitNumbers _numbers;
    private readonly IReadOnlyList<PackChapter> _chapters;
    private readonly PackOrigin _origin;
    private readonly IReadOnlyList<(string Notebook, Released<ReleasedTable> Table)> _releases;

    /// <summary>The pack of what notebooks showed.</summary>
    /// <param name="notebooks">The notebooks in their order.</param>
    /// <param name="origin">What the numbers were made with.</param>
    /// <param name="releases">Everything they released, with the notebook's name.</param>
    public EvidencePack(
        IEnumerable<PackTheme> notebooks,
        PackOrigin origin,
        params IEnumerable<(string Notebook, Released<ReleasedTable> Table)> releases)
    {
        (_origin, _releases) = (origin, [.. releases]);
        var shown = notebooks.Select(notebook => notebook with { Exhibits = Shown(notebook.Exhibits) }).Where(notebook => notebook.Exhibits.Count > 0).ToList();
        _numbers = origin.Numbers.With(shown.SelectMany(notebook => notebook.Exhibits));
        _chapters = [.. shown.Select(notebook => new PackChapter(notebook, [.. notebook.Exhibits.Select(exhibit => new PackItem(exhibit, _numbers.Find(exhibit)!))])).OrderBy(chapter => chapter.Number)];
    }

    /// <summary>What of a notebook's figures and tables stands in a pack, each once.</summary>
    public static IReadOnlyList<Exhibit> Shown(IEnumerable<Exhibit> exhibits) => [.. exhibits.Where(Holds).DistinctBy(exhibit => exhibit.Name)];

    /// <summary>Whether a figure or table stands in a pack.</summary>
    public static bool Holds(Exhibit exhibit) => !NotExhibits.Contains(exhibit.Stamp.Id);

    /// <summary>The figures and tables in their order.</summary>
    public IReadOnlyList<PackItem> Items => [.. _chapters.SelectMany(chapter => chapter.Items)];

    /// <summary>The register of their numbers, with those that were given before.</summary>
    public string NumberRegister => _numbers.Write(Items.Select(item => item.Exhibit));

    /// <summary>The edition in words; null while nothing is published.</summary>
    public LocalizedText? Edition => _origin.Edition?.Words;

    /// <summary>The files, under <c>evidence/</c>.</summary>
    public IReadOnlyList<ArtifactFile> Files() => _chapters.Count == 0 ? [] :
    [
        File(Document, () => PackDocument.Write(_chapters, _origin, Language.Nb)),
        File(EnglishDocument, () => PackDocument.Write(_chapters, _origin, Language.En)),
        File(Workbook, () => WriteWorkbook(Language.Nb)),
        File(EnglishWorkbook, () => WriteWorkbook(Language.En)),
        new(NumbersFile, () => EvidenceJson.Write(Numbers())) { Origin = Maker },
    ];

    /// <summary>Its numbers; one that stands in several exhibits is that of the first.</summary>
    public EvidenceDocument Numbers() => EvidenceDocument.Of(Items, _releases, _origin);

    /// <summary>The workbook whose words are in a language.</summary>
    public static string WorkbookIn(Language language) => language == Language.En ? EnglishWorkbook : Workbook;

    private byte[] WriteWorkbook(Language language) => PackWorkbook.Write(Items, _origin.Title, language, WorkbookWords.Of(Items, _origin.Title, _origin));

    private const string Maker = "the evidence pack";

    private static ArtifactFile File(string name, Func<byte[]> make) => new(name, make) { Origin = Maker };
}

/// <summary>What the numbers of a pack were made with.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Commit">The version of the code in version control; null when it isn't known.</param>
internal sealed record PackOrigin(string Data, string? Commit)
{
    /// <summary>What the document and the workbook are called.</summary>
    public LocalizedText Title { get; } = PublicationTitle.Read(Data) is var called ? new($"{called.Nb}: tallgrunnlag", $"{called.En}: evidence") : null!;

    /// <summary>The last edition, with the releases that are published; null while nothing is.</summary>
    public PackEdition? Edition { get; init; }

    /// <summary>The template whose styles the document takes; null for its own.</summary>
    public WordTemplate? Template { get; init; }

    /// <summary>Whether the document has native charts in place of pictures, where a figure can be one.</summary>
    public bool HasCharts { get; init; }

    /// <summary>The numbers that figures and tables have already.</summary>
    public ExhibitNumbers Numbers { get; init; } = ExhibitNumbers.None;
}

/// <summary>The edition that a pack names.</summary>
/// <param name="Last">The last edition.</param>
/// <param name="Published">The ids of the releases that it and those before have published.</param>
/// <param name="Releases">How many releases there are, drafts among them.</param>
internal sealed record PackEdition(Edition Last, IReadOnlyList<string> Published, int Releases)
{
    /// <summary>In words, with how much of what is shown has been published.</summary>
    public LocalizedText Words => new(
        $"{Last.Words.Nb}. " + (Published.Count == Releases ? "Alle frigivelser er publisert." : FormattableString.Invariant($"{Published.Count} av {Releases} frigivelser er publisert; resten er kladd.")),
        $"{Last.Words.En}. " + (Published.Count == Releases ? "All releases are published." : FormattableString.Invariant($"{Published.Count} of {Releases} releases are published; the rest are drafts.")));

    /// <summary>That of a ledger; null while nothing is published.</summary>
    public static PackEdition? Of(ReleaseLedger ledger) =>
        ledger.Editions.Count == 0 ? null : new PackEdition(ledger.Editions[^1], [.. ledger.Entries.Where(entry => entry.IsPublished).Select(entry => entry.Id)], ledger.Entries.Count);
}

/// <summary>What a notebook gives to a pack.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Exhibits">What it showed.</param>
/// <param name="Lead">Its finding, as its first paragraph says it; null when it says none.</param>
internal sealed record PackTheme(LocalizedText Title, IReadOnlyList<Exhibit> Exhibits, LocalizedText? Lead = null);

/// <summary>A notebook in the pack.</summary>
/// <param name="Theme">The notebook.</param>
/// <param name="Items">Its figures and tables.</param>
internal sealed record PackChapter(PackTheme Theme, IReadOnlyList<PackItem> Items)
{
    /// <summary>Its number.</summary>
    public int Number => Items[0].Number.Chapter!.Value;
}
