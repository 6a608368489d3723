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

    /// <summary>A heading that is numbered by a list.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="level">1 or 2.</param>
    /// <param name="list">The list, of <see cref="WordStyles"/>.</param>
    public static Paragraph Heading(string text, int level, int list) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = FormattableString.Invariant($"Heading{level}") },
            new NumberingProperties(new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = list })),
        Run(text));

    /// <summary>A caption in which nothing is renewed: the number is that of another document, or none yet.</summary>
    public static Paragraph Caption(string label, string text) => Paragraph($"{label.Replace(' ', '\u00A0')} {text}", "Caption");

    /// <summary>A caption with its chapter's number and its own in it: «Figur 2.1 Title». Word can renew both, and finds these again, and list them.</summary>
    /// <param name="kind">«Figur», «Tabell».</param>
    /// <param name="chapter">The chapter's number, or the annex's letter.</param>
    /// <param name="number">The number within the chapter.</param>
    /// <param name="text">The title.</param>
    public static Paragraph Caption(string kind, string chapter, int number, string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }), Run(kind + "\u00A0"));
        paragraph.Append(Field("STYLEREF 1 \\s", chapter));
        paragraph.Append(Run("."));
        paragraph.Append(Field(FormattableString.Invariant($"SEQ {kind} \\* ARABIC \\r {number}"), FormattableString.Invariant($"{number}")));
        paragraph.Append(Run(" " + text));
        return paragraph;
    }
}
