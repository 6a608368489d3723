using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Pack;

/// <summary>
/// Writes figures and tables as a document, each under its caption and with the sentences to quote under it: of a pack a chapter a notebook and the method annex, of a draft one
/// notebook alone.
/// </summary>
internal sealed class PackDocument
{
    private static readonly LocalizedText Subtitle = new("Figurer og tabeller fra notatbøkene, med metodevedlegg", "Figures and tables from the notebooks, with a method annex");

    private static readonly LocalizedText Contents = new("Innhold", "Contents");
    private static readonly LocalizedText Figures = new("Figurer", "Figures");
    private static readonly LocalizedText Tables = new("Tabeller", "Tables");
    private static readonly LocalizedText Chapter = new("Kapittel", "Chapter");
    private static readonly LocalizedText See = new("Se ", "See ");
    private static readonly LocalizedText And = new(" og ", " and ");

    private static readonly LocalizedText Gap = new(
        "Tomt til 100 prosent: svar som ikke kan offentliggjøres hvert for seg.", "Empty up to 100 per cent: answers that may not be published one by one.");

    private readonly WordFile _file;
    private readonly Language _language;
    private readonly string _workbook;
    private readonly IReadOnlyDictionary<PackItem, string> _sheets;

    private readonly bool _hasCharts;

    private PackDocument(WordFile file, Language language, string workbook, IReadOnlyDictionary<PackItem, string> sheets, bool hasCharts) =>
        (_file, _language, _workbook, _sheets, _hasCharts) = (file, language, workbook, sheets, hasCharts);

    /// <summary>The pack's document.</summary>
    public static byte[] Write(IReadOnlyList<PackChapter> chapters, PackOrigin origin, Language language)
    {
        var title = origin.Title;
        List<PackItem> items = [.. chapters.SelectMany(chapter => chapter.Items)];
        using var file = new WordFile(title.In(language), language, origin.Template, [.. chapters.Select(chapter => chapter.Number)]);
        var document = new PackDocument(file, language, Path.GetFileName(EvidencePack.WorkbookIn(language)), PackWorkbook.Sheets(items, language), origin.HasCharts);
        document.Open(title, Subtitle, items, origin.Edition?.Words);
        document.AddContents(chapters, items);
        foreach (var chapter in chapters)
        {
            document.Add(chapter);
        }

        MethodAnnex.Add(file, items, origin, language);
        return file.ToBytes();
    }

    /// <summary>The document of a notebook that is a draft.</summary>
    public static byte[] Write(DraftPack draft, Language language)
    {
        using var file = new WordFile(draft.Title.In(language), language, draft.Template);
        var document = new PackDocument(file, language, draft.WorkbookIn(language), PackWorkbook.Sheets(draft.Items, language), draft.HasCharts);
        document.Open(draft.Title, new LocalizedText($"Utkast fra notatboken {draft.Notebook}", $"Draft of the notebook {draft.Notebook}"), draft.Items, null);
        file.Add(WordText.Paragraph(WorkbookWords.Draft.In(language), "Mark"));
        foreach (var item in draft.Items)
        {
            file.Add(WordText.Caption(item.Label.In(language), item.Exhibit.Title.In(language)));
            document.Add(item);
        }

        document.Add(draft.Sentences);
        file.Add(WordText.Paragraph(MethodAnnex.More.In(language)));
        return file.ToBytes();
    }

    private void Open(LocalizedText title, LocalizedText subtitle, IReadOnlyList<PackItem> items, LocalizedText? edition)
    {
        _file.Add(WordText.Paragraph(title.In(_language), "Title"));
        _file.Add(WordText.Paragraph(subtitle.In(_language), "Subtitle"));
        if (edition is not null)
        {
            _file.Add(WordText.Paragraph(edition.In(_language), "Subtitle"));
        }

        if (items.Any(item => item.Exhibit.Stamp.IsSynthetic))
        {
            _file.Add(WordText.Paragraph(WorkbookWords.Synthetic.In(_language), "Mark"));
        }
    }

    private void AddContents(IReadOnlyList<PackChapter> chapters, IReadOnlyList<PackItem> items)
    {
        Add(Contents, WordContents.OfChapters(
            [.. chapters.Select(chapter => (FormattableString.Invariant($"{chapter.Number} {chapter.Theme.Title.In(_language)}"), PlaceOf(chapter))), ($"{MethodAnnex.Letter} {MethodAnnex.Annex.In(_language)}", MethodAnnex.Place.In(_language))]));
        foreach (var (heading, isFigure) in new[] { (Figures, true), (Tables, false) })
        {
            var lines = items.Where(item => item.Number.IsFigure == isFigure).Select(item => ($"{item.Label.In(_language)} {item.Exhibit.Title.In(_language)}", PlaceOf(item))).ToList();
            if (lines.Count > 0)
            {
                Add(heading, WordContents.OfCaptions(ExhibitNumber.KindOf(isFigure).In(_language), lines));
            }
        }
    }

    private void Add(LocalizedText heading, IEnumerable<Paragraph> list)
    {
        _file.Add(WordText.Paragraph(heading.In(_language), "TOCHeading"));
        _file.AddAll(list);
    }

    private void Add(PackChapter chapter)
    {
        _file.Add(WordText.Heading(chapter.Theme.Title.In(_language), 1, WordStyles.ListOf(chapter.Number), PlaceOf(chapter), [ExhibitNumber.KindOf(isFigure: true).In(_language), ExhibitNumber.KindOf(isFigure: false).In(_language)]));
        if (chapter.Theme.Lead is { } lead)
        {
            _file.Add(WordText.Paragraph(lead.In(_language), "Lead"));
        }

        _file.Add(References(chapter.Items));
        var last = new Dictionary<bool, int>();
        foreach (var first in chapter.Items.DistinctBy(item => item.Number.IsFigure))
        {
            _file.AddToLast(WordText.Withdrawn(first.Number.Kind.In(_language), first.Number.Number, 0));
            last[first.Number.IsFigure] = first.Number.Number - 1;
        }

        foreach (var item in chapter.Items)
        {
            var (kind, number) = (item.Number.Kind.In(_language), item.Number.Number);
            _file.AddToLast(WordText.Withdrawn(kind, number, last[item.Number.IsFigure]));
            _file.Add(WordText.Caption(kind, FormattableString.Invariant($"{item.Number.Chapter}"), number, last[item.Number.IsFigure], item.Exhibit.Title.In(_language)));
            last[item.Number.IsFigure] = number;
            Add(item);
        }
    }

    // «Se figur 2.1, figur 2.2 og tabell 2.1.», each a reference that follows its caption.
    private Paragraph References(IReadOnlyList<PackItem> items)
    {
        var paragraph = new Paragraph(WordText.Run(See.In(_language)));
        for (var i = 0; i < items.Count; i++)
        {
            paragraph.Append(WordText.Run(i == 0 ? "" : i < items.Count - 1 ? ", " : And.In(_language)));
            paragraph.Append(WordText.Reference(PlaceOf(items[i]), items[i].Label.In(_language).Replace(' ', '\u00A0')));
        }

        paragraph.Append(WordText.Run("."));
        return paragraph;
    }

    private string PlaceOf(PackChapter chapter) => FormattableString.Invariant($"{Chapter.In(_language)}_{chapter.Number}");

    private string PlaceOf(PackItem item) => WordText.PlaceOf(item.Number.Kind.In(_language), FormattableString.Invariant($"{item.Number.Chapter}"), item.Number.Number);

    private void Add(PackItem item)
    {
        var exhibit = item.Exhibit;
        if (!exhibit.IsFigure)
        {
            _file.AddAll(WordTable.Of(exhibit.Numbers.In(_language)));
            Add(exhibit.Sentences);
            return;
        }

        if (_hasCharts && exhibit.Chart(_language) is { } chart)
        {
            Add(exhibit, chart.Figure, chart.Block);
        }
        else
        {
            var (svg, png) = exhibit.UntitledPicture(_language);
            _file.AddPicture(svg, png, exhibit.AltText.In(_language));
            _file.AddAll(exhibit.Numbers.Content.Notes.Where(note => EstimateWording.IsQuestion(note.Text)).Select(note => WordTable.Note(note, _language)));
        }

        _file.Add(WordText.Paragraph(Origin(item).In(_language), "Source"));
        Add(exhibit.Sentences);
    }

    // What a picture says inside stands around a chart, in the places and letters of the table of the same numbers.
    private void Add(Exhibit exhibit, FigureDescription figure, ChartBlock block)
    {
        _file.Add(WordText.Paragraph(figure.Subtitle, "Unit"));
        _file.AddChart(figure, block, exhibit.ChartName);
        var table = exhibit.Numbers.Content.Notes;
        _file.AddAll(table.Where(note => note.Mark.Length > 0).Select(note => WordTable.Note(note, _language)));
        _file.AddAll(figure.Notes.Where(note => !table.Any(marked => marked.Mark.Length > 0 && note.EndsWith(marked.Text.In(_language), StringComparison.Ordinal))).Select(note => WordText.Paragraph(note.Replace(LikertStacks.Remainder.In(_language), Gap.In(_language), StringComparison.Ordinal), "Note")));
        _file.AddAll(table.Where(note => EstimateWording.IsQuestion(note.Text)).Select(note => WordTable.Note(note, _language)));
        _file.Add(WordText.Paragraph(figure.Source, "Note"));
    }

    private void Add(IEnumerable<LocalizedText> sentences) => _file.AddAll(sentences.Select(sentence => WordText.Paragraph(sentence.In(_language), "Quote")));

    private LocalizedText Origin(PackItem item) => new(
        $"Tallene står i {_workbook}, arket «{_sheets[item]}».", $"The numbers are in {_workbook}, sheet “{_sheets[item]}”.");
}
