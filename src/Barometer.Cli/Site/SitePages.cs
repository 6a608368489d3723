using System.Text;

namespace Barometer.Cli.Site;

/// <summary>
/// The site: a first page, the list of figures, a page for each notebook and the data dictionary, each in both languages, and
/// the files that all pages share.
/// </summary>
/// <param name="outcomes">The notebooks as run.</param>
/// <param name="codebooks">The surveys' codebooks.</param>
/// <param name="published">The published figures, checked.</param>
/// <param name="pack">The evidence pack, which numbers figures and tables.</param>
internal sealed class SitePages(IReadOnlyList<NotebookOutcome> outcomes, IReadOnlyList<Codebook> codebooks, PublishedChecks published, EvidencePack pack)
{
    /// <summary>The files.</summary>
    public IEnumerable<ArtifactContent> Write()
    {
        var entries = Entries();
        return
        [
            Asset(PageLayout.StyleSheet), Asset(PageLayout.Script), Asset(PageLayout.Plotly),
            .. Pages(entries, Language.Nb), .. Pages(entries, Language.En),
        ];
    }

    private IEnumerable<ArtifactContent> Pages(IReadOnlyList<CatalogEntry> entries, Language language) =>
    [
        Page(PageAddress.Home, language, new HomePage(outcomes, published, language).Write()),
        Page(PageAddress.Figures, language, new FiguresPage(entries, language).Write()),
        Page(PageAddress.Dictionary, language, new DictionaryPage(codebooks, entries, language).Write()),
        .. outcomes.Select(outcome => Page(PageAddress.OfNotebook(outcome.Name), language, new NotebookPage(outcome, language).Write())),
    ];

    private IReadOnlyList<CatalogEntry> Entries()
    {
        var exhibits = outcomes
            .SelectMany(outcome => outcome.Collected.Exhibits, (outcome, exhibit) => (outcome, exhibit))
            .DistinctBy(one => (one.outcome.Name, one.exhibit.Name))
            .ToDictionary(one => (one.outcome.Name, one.exhibit.Name));
        return [.. from entry in pack.Entries() let made = exhibits[(entry.Notebook, entry.File)] select Entry(entry, made.outcome, made.exhibit)];
    }

    // A table that compares names no variables in its data; the cell that makes it may.
    private CatalogEntry Entry(PackEntry entry, NotebookOutcome outcome, Exhibit exhibit)
    {
        var codebook = codebooks.FirstOrDefault(codebook => codebook.Id == entry.Survey);
        var code = outcome.Result.Document.Cells.FirstOrDefault(cell => cell.Id == exhibit.Pack.CellId)?.Source ?? "";
        var variables = codebook?.Variables.DistinctBy(variable => variable.Name)
            .Where(variable => entry.Variables.Contains(variable.Name) || code.Contains($"\"{variable.Name}\"", StringComparison.Ordinal));
        return new CatalogEntry(entry, exhibit, outcome.Title, codebook, [.. variables ?? []]);
    }

    private static ArtifactContent Page(PageAddress address, Language language, string html) => File(address.Path(language), Encoding.UTF8.GetBytes(html));

    // Built into the program under its path.
    private static ArtifactContent Asset(string path)
    {
        using var stream = typeof(SitePages).Assembly.GetManifestResourceStream(path)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return File(path, bytes.ToArray());
    }

    private static ArtifactContent File(string path, byte[] bytes) => new(path, bytes, "the reproduction itself");
}
