namespace Barometer.Evidence.Pack;

/// <summary>
/// Writes figures and tables as a document, each under its caption and with the sentences to quote under it: of a pack a chapter a notebook and the method annex, of a draft one
/// notebook alone.
/// </summary>
internal sealed class PackDocument
{
    private static readonly LocalizedText Subtitle = new("Figurer og tabeller fra notatbøkene, med metodevedlegg", "Figures and tables from the notebooks, with a method annex");

    private static readonly LocalizedText Synthetic = new(
        "Syntetiske data: svarene er laget av kode og ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.",
        "Synthetic data: the answers are made by code and were given by no agency. The numbers test the computations and say nothing about the state.");

    private static readonly LocalizedText Draft = new(
        "Utkast: tallene er ikke publisert. Et tall kan bli skjult når alt som vises, avgjøres samlet.",
        "Draft: the numbers aren't published. A number can be hidden when all that is shown is decided on together.");

    private readonly WordFile _file;
    private readonly Language _language;
    private readonly string _workbook;

    private PackDocument(WordFile file, Language language, string workbook) => (_file, _language, _workbook) = (file, language, workbook);

    /// <summary>The pack's document.</summary>
    public static byte[] Write(IReadOnlyList<PackChapter> chapters, PackOrigin origin, Language language)
    {
        var called = PublicationTitle.Read(origin.Data);
        var title = new LocalizedText($"{called.Nb}: tallgrunnlag", $"{called.En}: evidence");
        using var file = new WordFile(title.In(language), language, [.. chapters.Select(chapter => chapter.Number)]);
        var document = new PackDocument(file, language, Path.GetFileName(EvidencePack.Workbook));
        document.Open(title, Subtitle, [.. chapters.SelectMany(chapter => chapter.Items)], origin.Edition?.Words);
        foreach (var chapter in chapters)
        {
            file.Add(WordText.Heading(chapter.Title.In(language), 1, WordStyles.ListOf(chapter.Number)));
            foreach (var item in chapter.Items)
            {
                file.Add(WordText.Caption(item.Number.Kind.In(language), FormattableString.Invariant($"{item.Number.Chapter}"), item.Number.Number, item.Exhibit.Title.In(language)));
                document.Add(item);
            }
        }

        MethodAnnex.Add(file, origin, language);
        return file.ToBytes();
    }

    /// <summary>The document of a notebook that is a draft.</summary>
    public static byte[] Write(DraftPack draft, Language language)
    {
        using var file = new WordFile(draft.Title.In(language), language);
        var document = new PackDocument(file, language, draft.Workbook);
        document.Open(draft.Title, new LocalizedText($"Utkast fra notatboken {draft.Notebook}", $"Draft of the notebook {draft.Notebook}"), draft.Items, null);
        file.Add(WordText.Paragraph(Draft.In(language), "Mark"));
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
            _file.Add(WordText.Paragraph(Synthetic.In(_language), "Mark"));
        }
    }

    private void Add(PackItem item)
    {
        var exhibit = item.Exhibit;
        if (!exhibit.IsFigure)
        {
            _file.AddAll(WordTable.Of(exhibit.Numbers.In(_language)));
            Add(exhibit.Sentences);
            return;
        }

        _file.AddPicture(exhibit.UntitledPicture(_language), exhibit.AltText.In(_language));
        foreach (var question in exhibit.Numbers.Content.Notes.Select(note => note.Text).Where(EstimateWording.IsQuestion))
        {
            _file.Add(WordText.Paragraph(question.In(_language), "Note"));
        }

        _file.Add(WordText.Paragraph(Origin(item).In(_language), "Source"));
        Add(exhibit.Sentences);
    }

    private void Add(IEnumerable<LocalizedText> sentences) => _file.AddAll(sentences.Select(sentence => WordText.Paragraph(sentence.In(_language), "Quote")));

    private LocalizedText Origin(PackItem item) => new(
        $"Fra notatbok {item.Exhibit.Notebook}, celle «{item.Exhibit.CellId}». Tallene står i {_workbook}, arket «{item.Label.Nb}».",
        $"From the notebook {item.Exhibit.Notebook}, cell “{item.Exhibit.CellId}”. The numbers are in {_workbook}, sheet “{item.Label.Nb}”.");
}
