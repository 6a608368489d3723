namespace Barometer.Evidence.Pack;

/// <summary>
/// What an author takes home from a run of all notebooks: a Word document of all figures and tables with a method annex, in
/// Norwegian and English, a workbook of the numbers behind them, and every number as JSON. The same outputs give the same bytes.
/// </summary>
public sealed class EvidencePack
{
    private readonly IReadOnlyList<(PackNotebook Notebook, IReadOnlyList<PackItem> Items)> _chapters;
    private readonly PackOrigin _origin;

    private EvidencePack(IReadOnlyList<(PackNotebook Notebook, IReadOnlyList<PackItem> Items)> chapters, PackOrigin origin) =>
        (_chapters, _origin) = (chapters, origin);

    /// <summary>Reads what the notebooks gave.</summary>
    /// <param name="notebooks">The notebooks in their order: each that shows something is a chapter.</param>
    /// <param name="origin">What the numbers were made with.</param>
    public static EvidencePack Of(IReadOnlyList<PackNotebook> notebooks, PackOrigin origin) => new(PackReader.Read(notebooks), origin);

    /// <summary>The figures and tables in their order.</summary>
    public IReadOnlyList<PackEntry> Entries() => [.. _chapters.SelectMany(chapter => chapter.Items).Select(item => item.ToEntry())];

    /// <summary>The files, under <c>evidence/</c>.</summary>
    public IReadOnlyList<ArtifactFile> ToFiles() => _chapters.Count == 0 ? [] :
    [
        ArtifactFile.OfBytes(PackNames.Document, PackDocument.Write(_chapters, _origin, Language.Nb)),
        ArtifactFile.OfBytes(PackNames.EnglishDocument, PackDocument.Write(_chapters, _origin, Language.En)),
        ArtifactFile.OfBytes(PackNames.Workbook, PackWorkbook.Write(Items)),
        ArtifactFile.OfText(PackNames.Numbers, ToNumbers()),
    ];

    /// <summary>The figures and tables as Markdown: what, notebook, cell, file and status.</summary>
    public string ToIndex() => PackIndex.Write(Items);

    /// <summary>Every number as JSON.</summary>
    public string ToNumbers() => PackNumbers.Write(Items, _origin);

    /// <summary>The figures and tables as a register, for a workbench that is asked what the pack holds.</summary>
    public string ToRegister() => PackRegister.Write(Items);

    private PackItem[] Items => [.. _chapters.SelectMany(chapter => chapter.Items)];
}
