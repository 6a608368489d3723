using System.Text.Json;

namespace Barometer.Cli.Site;

/// <summary>What all pages know: the notebooks in their order, the numbers of figures and tables, where links lead, and what the front page tells.</summary>
internal sealed class SiteContent
{
    private readonly Dictionary<string, PackItem> _items;

    /// <summary>The content of a site.</summary>
    /// <param name="notebooks">The notebooks as run.</param>
    /// <param name="pack">The evidence pack, which numbers figures and tables.</param>
    /// <param name="title">What the site is called.</param>
    /// <param name="root">The clone's folder.</param>
    /// <param name="front">What the front page tells.</param>
    public SiteContent(IReadOnlyList<NotebookOutcome> notebooks, EvidencePack pack, LocalizedText title, string root, FrontMatter front)
    {
        (Notebooks, Pack, Title, Front) = (notebooks, pack, title, front);
        // Two of one name are refused where files are written, with the cells that made them.
        _items = pack.Items.DistinctBy(item => item.Exhibit.Name).ToDictionary(item => item.Exhibit.Name);
        Links = new SiteLinks(root, notebooks.ToDictionary(notebook => notebook.Name, notebook => notebook.Title),
            notebooks.SelectMany(notebook => notebook.Result.Document.Cells.Where(cell => cell.Type == CellType.Markdown).Select(cell => ("notebooks", cell.Source))
                .Concat(notebook.English.Cells.Select(cell => ($"notebooks/{EnglishText.Folder}", cell.Text)))));
    }

    /// <summary>The notebooks in their order.</summary>
    public IReadOnlyList<NotebookOutcome> Notebooks { get; }

    /// <summary>The evidence pack.</summary>
    public EvidencePack Pack { get; }

    /// <summary>What the site is called.</summary>
    public LocalizedText Title { get; }

    /// <summary>What the front page tells.</summary>
    public FrontMatter Front { get; }

    /// <summary>Where links lead.</summary>
    public SiteLinks Links { get; }

    /// <summary>Whether any number is of synthetic answers.</summary>
    public bool IsSynthetic => Notebooks.SelectMany(notebook => notebook.Collected.Exhibits).Any(exhibit => exhibit.Stamp.IsSynthetic);

    /// <summary>A figure or table with its number; null for one that stands in no pack.</summary>
    public PackItem? Find(Exhibit exhibit) => _items.GetValueOrDefault(exhibit.Name);

    /// <summary>The figures of the front page, as declared; without any of them the first ones of the themes.</summary>
    public IReadOnlyList<PackItem> Headlines
    {
        get
        {
            var figures = Pack.Items.Where(item => item.Exhibit.IsFigure).ToList();
            var declared = Front.Headlines.Select(name => figures.Find(figure => Path.GetFileNameWithoutExtension(figure.Exhibit.Name) == name)).OfType<PackItem>().ToList();
            return declared.Count > 0 ? declared : [.. figures.DistinctBy(figure => figure.Exhibit.Notebook).Take(FrontMatter.HeadlineCount)];
        }
    }
}

/// <summary>What the front page tells besides what the notebooks hold: the property <c>site</c> of <c>publication.json</c>. Without it everything is a theme.</summary>
/// <param name="About">What it is and for whom, in a sentence.</param>
/// <param name="Makers">Who made it, and when.</param>
/// <param name="Headlines">The figures whose findings stand first, by the names of their files.</param>
/// <param name="Method">The notebooks that are about method, by name.</param>
internal sealed record FrontMatter(LocalizedText? About, LocalizedText? Makers, IReadOnlyList<string> Headlines, IReadOnlyList<string> Method)
{
    /// <summary>How many findings stand first.</summary>
    public const int HeadlineCount = 4;

    /// <summary>Reads it.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <exception cref="BarometerException">The property is there and says something else.</exception>
    public static FrontMatter Read(string dataRoot)
    {
        var path = Path.Combine(dataRoot, PublicationTitle.FileName);
        var site = !File.Exists(path) ? null : DeclaredJson.Read<Document>(
            File.ReadAllBytes(path), $"{DataFolder.Name}/{PublicationTitle.FileName}", new JsonSerializerOptions(JsonSerializerDefaults.Web), "What the front page tells can't be read",
            """{ "site": { "about": "…", "aboutEn": "…", "makers": "…", "makersEn": "…", "headlines": ["…"], "method": ["…"] } }""").Site;
        return new FrontMatter(Both(site?.About, site?.AboutEn), Both(site?.Makers, site?.MakersEn), site?.Headlines ?? [], site?.Method ?? []);
    }

    private static LocalizedText? Both(string? nb, string? en) => nb is null || en is null ? null : new LocalizedText(nb, en);

    private sealed record Document(SiteDocument? Site);

    private sealed record SiteDocument(string? About, string? AboutEn, string? Makers, string? MakersEn, IReadOnlyList<string>? Headlines, IReadOnlyList<string>? Method);
}
