using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>
/// A list of contents, of figures or of tables as a field that Word renews. What it shows until then is made here, each line a link to its place; the numbers of
/// pages come when it is renewed, since only who lays out the pages knows them.
/// </summary>
internal static class WordContents
{
    /// <summary>The chapters.</summary>
    /// <param name="chapters">Each chapter's line and its place.</param>
    public static IEnumerable<Paragraph> OfChapters(IReadOnlyList<(string Text, string Place)> chapters) => List("TOC \\o \"1-1\" \\h \\z \\u", "TOC1", chapters);

    /// <summary>The figures or the tables.</summary>
    /// <param name="kind">«Figur», «Tabell».</param>
    /// <param name="captions">Each caption and its place.</param>
    public static IEnumerable<Paragraph> OfCaptions(string kind, IReadOnlyList<(string Text, string Place)> captions) => List($"TOC \\h \\z \\c \"{kind}\"", "TableofFigures", captions);

    private static IEnumerable<Paragraph> List(string code, string style, IReadOnlyList<(string Text, string Place)> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
            if (i == 0)
            {
                paragraph.Append(
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }),
                    new Run(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
            }

            paragraph.Append(new Hyperlink(WordText.Run(lines[i].Text)) { Anchor = lines[i].Place, History = true });
            if (i == lines.Count - 1)
            {
                paragraph.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            }

            yield return paragraph;
        }
    }
}
