namespace Barometer.Cli.Reproduction;

/// <summary>A notebook that was run, and what it left behind.</summary>
/// <param name="Result">How it fared, and its new document.</param>
/// <param name="Collected">Its figures, tables and checks.</param>
internal sealed record NotebookOutcome(NotebookRunResult Result, ExhibitCollector Collected)
{
    /// <summary>The notebook's name without folder and ending.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Result.Path);

    /// <summary>The notebook's title: its first heading.</summary>
    public LocalizedText Title => field ??= TitleOf(Result.Document, English, Name);

    /// <summary>The English of its text.</summary>
    public EnglishText English { get; } = EnglishText.Beside(Result.Path);

    /// <summary>The notebook's finding in both languages: the paragraphs under its title, without marks; null when there aren't two.</summary>
    public LocalizedText? Lead => Heading.LeadOf(Result.Document, English);

    /// <summary>The finding in a sentence: what is bold under the title; the whole of it where nothing is bold.</summary>
    public LocalizedText? Finding => Heading.FindingOf(Result.Document, English);

    /// <summary>The first heading of a notebook in both languages, or else its name.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="english">Its English.</param>
    /// <param name="name">Its name.</param>
    public static LocalizedText TitleOf(NotebookDocument document, EnglishText english, string name)
    {
        var nb = First(document.Cells.Select(cell => cell.Source)) ?? name;
        return new(nb, First(english.Cells.Select(cell => cell.Text)) ?? nb);

        static string? First(IEnumerable<string> cells) =>
            cells.SelectMany(text => text.Split('\n')).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
    }
}

/// <summary>
/// Keeps the objects that a notebook shows while it runs: its figures and tables, its checks of published figures, and what
/// each output may be stored as; and what it releases. Sessions of a run share the library with this program, so they are its own objects.
/// </summary>
/// <param name="notebook">The notebook's name.</param>
internal sealed class ExhibitCollector(string notebook)
{
    private readonly List<Exhibit> _exhibits = [];
    private readonly List<LocalizedText> _before = [];
    private readonly List<PublishedCheck> _checks = [];
    private readonly List<StampedForm> _stamped = [];
    private readonly List<JournalEntry> _released = [];
    private readonly Dictionary<string, Exhibit> _exhibitOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Displayable> _shownAs = new(StringComparer.Ordinal);

    /// <summary>The figures and tables, in the order in which they were shown.</summary>
    public IReadOnlyList<Exhibit> Exhibits => _exhibits;

    /// <summary>The sentences that stand under no figure or table, since there is none.</summary>
    public IReadOnlyList<LocalizedText> Sentences => _before;

    /// <summary>The checks against published figures.</summary>
    public IReadOnlyList<PublishedCheck> Checks => _checks;

    /// <summary>Every form that the library says may be stored.</summary>
    public IReadOnlyList<StampedForm> Stamped => _stamped;

    /// <summary>What was released, in order.</summary>
    public IReadOnlyList<JournalEntry> Released => _released;

    /// <summary>The figure or table that an output is of, by its content: a figure's picture, a table's HTML; null for other outputs.</summary>
    public Exhibit? ExhibitOf(string content) => _exhibitOf.GetValueOrDefault(content);

    /// <summary>HTML that the notebook shows, in a language by itself; as it is where the object that gave it knows no other.</summary>
    public string InLanguage(string html, Language language) => _shownAs.TryGetValue(html, out var shown) ? shown.StoredHtml(language) : html;

    /// <summary>The number of the cell that runs.</summary>
    public int Cell { get; set; }

    /// <summary>Keeps a release.</summary>
    public void Hear(JournalEntry released) => _released.Add(released with { Entry = released.Entry with { Notebook = notebook }, Cell = Cell });

    /// <summary>Keeps what is of interest in an output.</summary>
    public void See(CellOutput output)
    {
        var forms = output.Bundle.Forms;
        if (StampOf(output.Bundle.Source) is { } stamp)
        {
            _stamped.AddRange(forms.Select(form => new StampedForm(notebook, output.CellId, form.Key, stamp, FormDigest.Of(form.Key, form.Value))));
        }

        if (output.Bundle.Source is not Displayable shown)
        {
            return;
        }

        if (forms.TryGetValue(MimeBundle.Html, out var html))
        {
            _shownAs[html] = shown;
        }

        switch (shown)
        {
            case PublishedCheck check:
                _checks.Add(check);
                break;
            case PublishedChecks checks:
                _checks.AddRange(checks.Checks);
                break;
            case Sentence sentence:
                Add(sentence);
                break;
            default:
                Add(shown, output, forms.GetValueOrDefault("image/png"), html);
                break;
        }
    }

    private static string? StampOf(object? source) => source switch
    {
        Displayable shown => shown.Stored,
        null => null,
        _ => ObjectFormatter.IsPlain(source) ? OutputStamp.Computed : null,
    };

    // Under the last figure or table of its release, or else the last of all; the first of its name, which is the one that the pack has.
    private void Add(Sentence sentence)
    {
        var under = _exhibits.FindLast(exhibit => EvidencePack.Holds(exhibit) && exhibit.Stamp.Id == sentence.Stamp.Id) ?? _exhibits.FindLast(EvidencePack.Holds);
        if (under is null)
        {
            _before.Add(sentence.Text);
            return;
        }

        _exhibits.Find(exhibit => exhibit.Name == under.Name)!.Add(sentence.Text);
    }

    // A figure is three outputs, the first of which is its picture.
    private void Add(Displayable shown, CellOutput output, string? picture, string? html)
    {
        if (Exhibit.Of(shown, notebook, output.CellNumber, output.CellId) is { } exhibit && exhibit.IsFigure == picture is not null)
        {
            _exhibits.Add(exhibit);
            if (EvidencePack.Holds(exhibit))
            {
                _before.ForEach(exhibit.Add);
                _before.Clear();
            }

            _exhibitOf.TryAdd(picture ?? html ?? "", exhibit);
        }
    }
}
