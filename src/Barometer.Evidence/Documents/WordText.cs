using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>Paragraphs and runs of a document.</summary>
internal static class WordText
{
    /// <summary>A paragraph in a style.</summary>
    public static Paragraph Paragraph(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(Run(text));
        return paragraph;
    }

    /// <summary>Words.</summary>
    public static Run Run(string text, bool bold = false, bool raised = false)
    {
        var run = new Run();
        if (bold || raised)
        {
            run.Append(new RunProperties
            {
                Bold = bold ? new Bold() : null,
                VerticalTextAlignment = raised ? new VerticalTextAlignment { Val = VerticalPositionValues.Superscript } : null,
            });
        }

        run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>A field with the result it had when the file was written.</summary>
    /// <param name="code">The field's code: <c>SEQ Figur \* ARABIC</c>.</param>
    /// <param name="result">What it shows until it is renewed.</param>
    public static IEnumerable<OpenXmlElement> Field(string code, string result) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(result),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    // Word hides what such a field counts, other programs what is hidden text.
    private static IEnumerable<OpenXmlElement> Unseen(string code) => Field(code, "").Select(run =>
    {
        ((Run)run).RunProperties = new RunProperties(new Vanish());
        return run;
    });

    /// <summary>What stands between the marks of a place, which other places can name and go to.</summary>
    /// <param name="name">The place's name: a letter, then letters, digits and underscores.</param>
    /// <param name="content">What stands there.</param>
    public static IEnumerable<OpenXmlElement> Bookmark(string name, IEnumerable<OpenXmlElement> content) =>
        [new BookmarkStart { Id = name, Name = name }, .. content, new BookmarkEnd { Id = name }];

    /// <summary>What stands at a place, repeated where it is spoken of: a cross-reference that is renewed with it.</summary>
    public static IEnumerable<OpenXmlElement> Reference(string bookmark, string result) => Field($"REF {bookmark} \\h", result);

    /// <summary>A heading that is numbered by a list.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="level">1 or 2.</param>
    /// <param name="list">The list, of <see cref="WordStyles"/>.</param>
    /// <param name="bookmark">The name of its place, or null.</param>
    /// <param name="counts">What is counted anew under it: «Figur», «Tabell». Word knows that from the captions; LibreOffice needs to be told, and is told here, where nobody cuts.</param>
    public static Paragraph Heading(string text, int level, int list, string? bookmark = null, params IEnumerable<string> counts)
    {
        var heading = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = FormattableString.Invariant($"Heading{level}") },
            new NumberingProperties(new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = list })));
        heading.Append(bookmark is null ? [Run(text)] : Bookmark(bookmark, [Run(text)]));
        heading.Append(counts.SelectMany(kind => Unseen($"SEQ {kind} \\h \\r 0")));
        return heading;
    }

    /// <summary>A caption in which nothing is renewed: the number is that of another document, or none yet.</summary>
    public static Paragraph Caption(string label, string text) => Paragraph($"{label.Replace(' ', '\u00A0')} {text}", "Caption");

    /// <summary>
    /// A caption with its chapter's number and its own in it: «Figur 2.1 Title». Word can renew both, and finds these again, and list them. The label is a
    /// place, so that text can name it.
    /// </summary>
    /// <remarks>
    /// The number is one more than that before it under the same heading (<c>\s 1</c>), so that pasted into another document it goes on with that
    /// document's. Numbers that were withdrawn are counted before it (<see cref="Withdrawn"/>); only one that stands after a higher number is set.
    /// </remarks>
    /// <param name="kind">«Figur», «Tabell».</param>
    /// <param name="chapter">The chapter's number, or the annex's letter.</param>
    /// <param name="number">The number within the chapter.</param>
    /// <param name="before">The number of the last one of its kind in the chapter; 0 for none.</param>
    /// <param name="text">The title.</param>
    public static Paragraph Caption(string kind, string chapter, int number, int before, string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }));
        var way = number > before ? "\\s 1" : FormattableString.Invariant($"\\r {number}");
        paragraph.Append(Bookmark(
            PlaceOf(kind, chapter, number),
            [Run(kind + "\u00A0"), .. Field("STYLEREF 1 \\s", chapter), Run("."), .. Field($"SEQ {kind} \\* ARABIC {way}", FormattableString.Invariant($"{number}"))]));
        paragraph.Append(Run(" " + text));
        return paragraph;
    }

    /// <summary>What counts, unseen (<c>\h</c>), the numbers that were withdrawn before a caption: it stands before it, not in it, so that a caption that is pasted takes no gap along.</summary>
    /// <param name="kind">«Figur», «Tabell».</param>
    /// <param name="number">The caption's number within the chapter.</param>
    /// <param name="before">The number of the last one of its kind in the chapter; 0 for none.</param>
    public static IEnumerable<OpenXmlElement> Withdrawn(string kind, int number, int before) =>
        Enumerable.Range(0, Math.Max(0, number - before - 1)).SelectMany(_ => Unseen($"SEQ {kind} \\h \\s 1"));

    /// <summary>The place of a caption's label: «Figur_2_1».</summary>
    public static string PlaceOf(string kind, string chapter, int number) => FormattableString.Invariant($"{kind}_{chapter}_{number}");
}
