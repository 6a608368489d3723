namespace Barometer.Cli.Site;

/// <summary>
/// The site: a first page, the list of figures, a page for each notebook, the data dictionary and the checks, each in both languages; pages of the documents that
/// they lead to, the small pictures of lists, and the files that all pages share.
/// </summary>
/// <param name="content">What all pages know.</param>
/// <param name="codebooks">The surveys' codebooks.</param>
/// <param name="published">The published figures, checked.</param>
internal sealed class SitePages(SiteContent content, IReadOnlyList<Codebook> codebooks, PublishedChecks published)
{
    private readonly IReadOnlyList<Codebook> _codebooks = [.. codebooks.Select(codebook => codebook.With(Derived(codebook, content.Notebooks)))];

    /// <summary>The files.</summary>
    public IEnumerable<ArtifactFile> Write()
    {
        var entries = Entries();
        return
        [
            Asset(PageLayout.StyleSheet), Asset(PageLayout.Script),
            .. Pages(entries, Language.Nb), .. Pages(entries, Language.En),
            .. content.Links.Documents.Select(path => new ArtifactFile(SiteLinks.PageOf(path).Path(Language.En), new DocumentPage(path, content.Title, content.Links).Write)),
            .. content.Links.Copies,
        ];
    }

    private IEnumerable<ArtifactFile> Pages(IReadOnlyList<CatalogEntry> entries, Language language) =>
    [
        new(PageAddress.Home.Path(language), new HomePage(content, language).Write),
        new(PageAddress.Figures.Path(language), new FiguresPage(entries, content.Title, language).Write),
        new(PageAddress.Dictionary.Path(language), new DictionaryPage(_codebooks, entries, content.Title, language).Write),
        new(PageAddress.Checks.Path(language), new ChecksPage(published, content.Title, language).Write),
        .. content.Notebooks.Select(outcome => new ArtifactFile(PageAddress.OfNotebook(outcome.Name).Path(language), new NotebookPage(outcome, content, language).Write)),
        .. content.Pack.Items.Select(item => ExhibitHtml.Thumbnail(item.Exhibit, language)).OfType<ArtifactFile>(),
    ];

    /// <summary>The variables that the notebooks derived for something that they released.</summary>
    private static IReadOnlyList<DerivedVariable> Derived(Codebook codebook, IReadOnlyList<NotebookOutcome> outcomes) =>
    [
        .. outcomes.SelectMany(outcome => outcome.Collected.Released).Select(released => released.Table!).Where(table => table?.Design is not null && table.Survey == codebook.Id)
            .SelectMany(table => table.Heading.Rules.Select(rule => table.Design!.Codebook.FindDerived(rule.Name)!)).DistinctBy(derived => (derived.Variable.Name, derived.Words)),
    ];

    private IReadOnlyList<CatalogEntry> Entries()
    {
        var made = content.Notebooks.ToDictionary(outcome => outcome.Name);
        return [.. content.Pack.Items.Select(item => Entry(item, made[item.Exhibit.Notebook]))];
    }

    // A table that compares names no variables in its data; the cell that makes it may.
    private CatalogEntry Entry(PackItem item, NotebookOutcome outcome)
    {
        var codebook = _codebooks.FirstOrDefault(codebook => codebook.Id == item.Exhibit.Stamp.Survey);
        var code = outcome.Result.Document.Cells.FirstOrDefault(cell => cell.Id == item.Exhibit.CellId)?.Source ?? "";
        var named = item.Variables();
        var variables = codebook?.Variables.DistinctBy(variable => variable.Name)
            .Where(variable => named.Contains(variable.Name) || code.Contains($"\"{variable.Name}\"", StringComparison.Ordinal));
        return new CatalogEntry(item, outcome.Title, codebook, [.. variables ?? []]);
    }

    // Built into the program under its path.
    private static ArtifactFile Asset(string path) => new(path, () =>
    {
        using var stream = typeof(SitePages).Assembly.GetManifestResourceStream(path)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    });
}
