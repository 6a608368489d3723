using Barometer.Analysis;
using Barometer.Evidence.Documents;

namespace Barometer.Evidence.Pack;

/// <summary>Writes the document: a chapter a notebook, each figure and table with its numbered caption, and the method annex.</summary>
internal static class PackDocument
{
    private const string Title = "Innovasjonsbarometeret for staten 2018: tallgrunnlag";
    private const string Subtitle = "Figurer og tabeller fra notatbøkene, med metodevedlegg";

    private const string Synthetic =
        "Syntetiske data: svarene er laget av kode og ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(IReadOnlyList<(PackNotebook Notebook, IReadOnlyList<PackItem> Items)> chapters, PackOrigin origin)
    {
        using var file = new WordFile(Title, Language.Nb);
        file.Add(WordText.Paragraph(Title, "Title"));
        file.Add(WordText.Paragraph(Subtitle, "Subtitle"));
        if (chapters.Any(chapter => chapter.Items.Any(item => item.Numbers.Stamp.IsSynthetic)))
        {
            file.Add(WordText.Paragraph(Synthetic, "Mark"));
        }

        foreach (var (notebook, items) in chapters)
        {
            file.Add(WordText.Paragraph(notebook.Title, "Heading1"));
            foreach (var item in items)
            {
                Add(file, item);
            }
        }

        MethodAnnex.Add(file, origin, chapters.Count + 1);
        return file.ToBytes();
    }

    private static void Add(WordFile file, PackItem item)
    {
        file.Add(WordText.Caption(item.Kind.Nb, item.Chapter, item.Number, item.Title));
        if (item.Picture is { } picture)
        {
            file.AddPicture(picture, item.AltText);
            file.Add(WordText.Paragraph($"Fra notatbok {item.Notebook}, celle «{item.CellId}». Tallene står i tallgrunnlag.xlsx, arket «{item.Label}».", "Source"));
        }
        else
        {
            file.AddAll(WordTable.Of(item.Numbers));
        }
    }
}
