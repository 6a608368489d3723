using System.Text;

namespace Barometer.Evidence.Exhibits;

/// <summary>
/// A figure or table that a cell of a notebook showed, as the object itself: the evidence pack numbers it, and its files are
/// made of it when somebody asks for them.
/// </summary>
internal sealed class Exhibit
{
    private const int ThumbnailWidth = 480;

    private readonly Language _language;
    private readonly EvidenceTable _table;
    private readonly Figure? _figure;
    private readonly int _cell;
    private readonly List<LocalizedText> _sentences = [];
    private readonly Dictionary<Language, Lazy<(Figure Titled, Figure Untitled)>>? _figures;
    private readonly Dictionary<Language, Lazy<byte[]>>? _thumbnails;
    private readonly Dictionary<Language, Lazy<IReadOnlyList<ArtifactFile>>> _files;

    private Exhibit(EvidenceTable table, Figure? figure, string notebook, int cell, string cellId)
    {
        (_language, Notebook, CellId, _table, _figure, _cell) = (table.Language, notebook, cellId, table, figure, cell);
        Origin = FormattableString.Invariant($"{notebook}, cell {cell} ({cellId})");
        if (figure is null)
        {
            Numbers = table;
            _files = Each(language => From(table.In(language).Files()));
            return;
        }

        // A figure of two releases may have a table by a name of its own; its numbers are cited by the figure's.
        var numbers = new EvidenceTable(table.Content, figure.Stamp, table.Language);
        Numbers = table.IsDraft ? numbers.AsDraft() : numbers;
        _figures = Each(language => Both(figure.In(language)));
        _thumbnails = Each(language => PngFile.Write(Drawn(language).Untitled.Description, ThumbnailWidth));
        _files = Each(language => From(Drawn(language).Titled.Files(Drawn(language).Untitled)));
    }

    /// <summary>The notebook that showed it.</summary>
    public string Notebook { get; }

    /// <summary>The id of the cell that showed it.</summary>
    public string CellId { get; }

    /// <summary>What made it, for messages: <c>02-innovation-activity, cell 4 (by-group)</c>.</summary>
    public string Origin { get; }

    /// <summary>The sentences to quote that the notebook shows under it.</summary>
    public IReadOnlyList<LocalizedText> Sentences => _sentences;

    /// <summary>The table, or the numbers of the figure, in the language the notebook shows it in.</summary>
    public EvidenceTable Numbers { get; }

    /// <summary>The release it stands on.</summary>
    public ReleaseStamp Stamp => Numbers.Stamp;

    /// <summary>Whether it is a figure; else it is a table.</summary>
    public bool IsFigure => _figures is not null;

    /// <summary>What tells it from other exhibits: the name of its first file in the language the notebook shows it in.</summary>
    public string Name => Files(_language)[0].Name;

    /// <summary>Its title; of a figure the finding that stands over the picture, which says so where it is one of synthetic data.</summary>
    public LocalizedText Title => IsFigure ? Of(figure => figure.Caption) : Numbers.Content.Title;

    /// <summary>A figure in words.</summary>
    public LocalizedText AltText => Of(figure => figure.AltText);

    /// <summary>The exhibit of what a cell showed; null when that is neither a figure nor a table.</summary>
    /// <param name="shown">What was shown.</param>
    /// <param name="notebook">The notebook's name.</param>
    /// <param name="cell">The cell's number.</param>
    /// <param name="cellId">The cell's id.</param>
    public static Exhibit? Of(Displayable shown, string notebook, int cell, string cellId) => shown.Shown switch
    {
        Figure figure => new Exhibit(figure.Numbers, figure, notebook, cell, cellId),
        EvidenceTable table => new Exhibit(table, null, notebook, cell, cellId),
        _ => null,
    };

    /// <summary>Puts a sentence under it.</summary>
    public void Add(LocalizedText sentence) => _sentences.Add(sentence);

    /// <summary>The same marked as a draft, in the picture itself and over the table.</summary>
    public Exhibit AsDraft()
    {
        var draft = new Exhibit(_table.AsDraft(), _figure?.AsDraft(), Notebook, _cell, CellId);
        draft._sentences.AddRange(_sentences);
        return draft;
    }

    /// <summary>Its files in a language.</summary>
    public IReadOnlyList<ArtifactFile> Files(Language language) => _files[language].Value;

    /// <summary>Its files in both languages, first those in the language the notebook shows it in.</summary>
    public IEnumerable<ArtifactFile> Files() => Files(_language).Concat(Files(_language == Language.En ? Language.Nb : Language.En));

    /// <summary>A figure's picture without its title, as SVG with text as outlines, since Word knows no font inside one, and PNG.</summary>
    public (byte[] Svg, byte[] Png) UntitledPicture(Language language) => (Encoding.UTF8.GetBytes(Drawn(language).Untitled.ToOutlinedSvg()), Drawn(language).Untitled.ToPng());

    /// <summary>A figure's picture for a list that has its words beside it: small, and without its title.</summary>
    public byte[] Thumbnail(Language language) => _thumbnails![language].Value;

    /// <summary>A figure as it is drawn without its title, and its numbers as a native chart takes them; null for a table, and for a figure that is a picture only.</summary>
    public (FigureDescription Figure, ChartBlock Block)? Chart(Language language) =>
        IsFigure && Numbers.Content.Estimates.Count > 0 && Drawn(language).Untitled.Description is var figure && ChartBlock.Of(figure) is { } block ? (figure, block) : null;

    /// <summary>What a native chart of it is called: the releases whose numbers it holds.</summary>
    public string ChartName => string.Join(' ', Numbers.Content.Estimates.Select(released => released.Stamp.Id).Distinct());

    private LocalizedText Of(Func<Figure, string> text) => new(text(Drawn(Language.Nb).Titled), text(Drawn(Language.En).Titled));

    private (Figure Titled, Figure Untitled) Drawn(Language language) => _figures![language].Value;

    private IReadOnlyList<ArtifactFile> From(IEnumerable<ArtifactFile> files) => [.. files.Select(file => file with { Origin = Origin })];

    private static (Figure Titled, Figure Untitled) Both(Figure figure) =>
        (figure, figure.Description.HasTitle ? figure.ForMinistry() : figure);

    private static Dictionary<Language, Lazy<T>> Each<T>(Func<Language, T> make) =>
        new[] { Language.Nb, Language.En }.ToDictionary(language => language, language => new Lazy<T>(() => make(language)));
}
