namespace Barometer.Evidence.Pack;

/// <summary>Writes the document: a chapter a notebook, each figure and table with its numbered caption, and the method annex.</summary>
internal sealed class PackDocument
{
    private static readonly LocalizedText Title = new("Innovasjonsbarometeret for staten 2018: tallgrunnlag", "The Innovation Barometer for the state 2018: evidence");
    private static readonly LocalizedText Subtitle = new("Figurer og tabeller fra notatbøkene, med metodevedlegg", "Figures and tables from the notebooks, with a method annex");

    private static readonly LocalizedText Synthetic = new(
        "Syntetiske data: svarene er laget av kode og ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.",
        "Synthetic data: the answers are made by code and were given by no agency. The numbers test the computations and say nothing about the state.");

    private readonly WordFile _file;
    private readonly Language _language;

    private PackDocument(WordFile file, Language language) => (_file, _language) = (file, language);

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(IReadOnlyList<PackChapter> chapters, PackOrigin origin, Language language)
    {
        using var file = new WordFile(Title.In(language), language, [.. chapters.Select(chapter => chapter.Number)]);
        new PackDocument(file, language).Add(chapters, origin.Edition?.Words);
        MethodAnnex.Add(file, origin, language);
        return file.ToBytes();
    }

    private void Add(IReadOnlyList<PackChapter> chapters, LocalizedText? edition)
    {
        _file.Add(WordText.Paragraph(Title.In(_language), "Title"));
        _file.Add(WordText.Paragraph(Subtitle.In(_language), "Subtitle"));
        if (edition is not null)
        {
            _file.Add(WordText.Paragraph(edition.In(_language), "Subtitle"));
        }

        if (chapters.Any(chapter => chapter.Items.Any(item => item.Exhibit.Stamp.IsSynthetic)))
        {
            _file.Add(WordText.Paragraph(Synthetic.In(_language), "Mark"));
        }

        foreach (var chapter in chapters)
        {
            _file.Add(WordText.Heading(chapter.Title.In(_language), 1, WordStyles.ListOf(chapter.Number)));
            foreach (var item in chapter.Items)
            {
                Add(item);
            }
        }
    }

    private void Add(PackItem item)
    {
        var exhibit = item.Exhibit;
        _file.Add(WordText.Caption(item.Number.Kind.In(_language), FormattableString.Invariant($"{item.Number.Chapter}"), item.Number.Number, exhibit.Title.In(_language)));
        if (!exhibit.IsFigure)
        {
            _file.AddAll(WordTable.Of(exhibit.Numbers.In(_language)));
            return;
        }

        _file.AddPicture(exhibit.UntitledPicture(_language), exhibit.AltText.In(_language));
        foreach (var question in exhibit.Numbers.Content.Notes.Select(note => note.Text).Where(EstimateWording.IsQuestion))
        {
            _file.Add(WordText.Paragraph(question.In(_language), "Note"));
        }

        _file.Add(WordText.Paragraph(Origin(item).In(_language), "Source"));
    }

    private static LocalizedText Origin(PackItem item) => new(
        $"Fra notatbok {item.Exhibit.Notebook}, celle «{item.Exhibit.CellId}». Tallene står i tallgrunnlag.xlsx, arket «{item.Label.Nb}».",
        $"From the notebook {item.Exhibit.Notebook}, cell “{item.Exhibit.CellId}”. The numbers are in tallgrunnlag.xlsx, sheet “{item.Label.Nb}”.");
}
