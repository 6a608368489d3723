using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>
/// The styles of a document: Word's own for title, headings and captions, so that contents and lists of figures work, and the
/// numbers of headings, 1 and 1.1, from which captions take the chapter's.
/// </summary>
internal static class WordStyles
{
    private const string Font = "Calibri";

    /// <summary>The list of an annex's headings, A and A.1.</summary>
    public const int AnnexList = 2;

    /// <summary>The list that numbered headings belong to.</summary>
    private const int HeadingList = 1;

    /// <summary>The style of tables: all their lines are its own, so that another document's style of that name changes them.</summary>
    public const string Table = "BarometerTable";

    private const string Strong = "274247";
    private const string Faint = "BFC6C7";

    /// <summary>The styles, with the language of the text.</summary>
    public static Styles Make(Language language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font },
                new FontSize { Val = "22" },
                new FontSizeComplexScript { Val = "22" },
                new Languages { Val = Markup.LongTag(language) })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph("Title", "Title", size: 52, bold: true, color: Palette.Total, before: 0, after: 120),
        Paragraph("Subtitle", "Subtitle", size: 26, color: Palette.Muted, before: 0, after: 360),
        Heading(1, size: 34, before: 360),
        Heading(2, size: 26, before: 240),
        Heading(3, size: 23, before: 200),
        Paragraph("TOCHeading", "TOC Heading", size: 26, bold: true, color: Palette.Total, before: 240, after: 100, keepNext: true),
        Paragraph("TOC1", "toc 1", size: 21, before: 20, after: 20),
        Paragraph("TableofFigures", "table of figures", size: 20, before: 20, after: 20),
        Paragraph("Lead", "Lead", size: 24, color: Palette.Total, before: 0, after: 160, keepNext: true),
        Paragraph("Caption", "caption", size: 21, bold: true, color: Palette.Total, before: 240, after: 40, keepNext: true),
        Paragraph("Unit", "Table unit", size: 19, color: Palette.Muted, before: 0, after: 60, keepNext: true),
        Paragraph("TableText", "Table text", size: 18, before: 20, after: 20),
        Paragraph("TableHead", "Table head", size: 18, bold: true, before: 20, after: 20, keepNext: true),
        Paragraph("Note", "Table note", size: 17, color: Palette.Muted, before: 20, after: 20, keepNext: true),
        Paragraph("Source", "Source", size: 17, color: Palette.Muted, before: 20, after: 240),
        Paragraph("Quote", "Quote", size: 22, before: 60, after: 120, indent: 284),
        Paragraph("Mark", "Synthetic mark", size: 19, bold: true, color: Palette.Synthetic, before: 0, after: 120),
        Paragraph("Footer", "footer", size: 18, color: Palette.Muted, before: 0, after: 0, justify: JustificationValues.Center),
        new Style(
            new StyleName { Val = "Normal Table" },
            new UIPriority { Val = 99 },
            new StyleTableProperties(
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        new Style(
            new StyleName { Val = "Barometer Table" },
            new BasedOn { Val = "TableNormal" },
            new PrimaryStyle(),
            new StyleTableProperties(new TableBorders(Line<TopBorder>(8, Strong), Line<BottomBorder>(8, Strong), Line<InsideHorizontalBorder>(4, Faint))),
            new TableStyleProperties(
                new RunPropertiesBaseStyle(new Bold()),
                new TableStyleConditionalFormattingTableCellProperties(new TableCellBorders(Line<BottomBorder>(8, Strong))))
            { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true });

    /// <summary>The list of a chapter's headings: it starts at the number that the chapter has, whichever stands before it.</summary>
    public static int ListOf(int chapter) => AnnexList + chapter;

    /// <summary>The numbers of headings.</summary>
    public static Numbering Numbers(IReadOnlyList<int> chapters)
    {
        var numbering = new Numbering(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.Multilevel },
                Level(0, "%1", NumberFormatValues.Decimal, "Heading1"),
                Level(1, "%1.%2", NumberFormatValues.Decimal, "Heading2"))
            { AbstractNumberId = 0 },
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.Multilevel },
                Level(0, "%1", NumberFormatValues.UpperLetter),
                Level(1, "%1.%2", NumberFormatValues.Decimal))
            { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = HeadingList },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = AnnexList });
        numbering.Append(chapters.Select(chapter => new NumberingInstance(
            new AbstractNumId { Val = 0 },
            new LevelOverride(new StartOverrideNumberingValue { Val = chapter }) { LevelIndex = 0 })
        { NumberID = ListOf(chapter) }));
        return numbering;
    }

    private static Level Level(int index, string text, NumberFormatValues format, string? style = null)
    {
        var level = new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }) { LevelIndex = index };
        if (style is not null)
        {
            level.Append(new ParagraphStyleIdInLevel { Val = style });
        }

        level.Append(
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "567" }));
        return level;
    }

    private static Style Heading(int level, int size, int before)
    {
        var style = Paragraph($"Heading{level}", $"heading {level}", size, bold: true, color: Palette.Total, before, after: 100, keepNext: true);
        var properties = style.StyleParagraphProperties!;
        if (level < 3)
        {
            properties.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = HeadingList });
        }

        properties.OutlineLevel = new OutlineLevel { Val = level - 1 };
        return style;
    }

    private static Style Paragraph(
        string id, string name, int size, bool bold = false, string color = Palette.Ink, int before = 0, int after = 0, bool keepNext = false, JustificationValues? justify = null, int indent = 0)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
        {
            paragraph.KeepNext = new KeepNext();
            paragraph.KeepLines = new KeepLines();
        }

        paragraph.SpacingBetweenLines = new SpacingBetweenLines { Before = Text(before), After = Text(after) };
        paragraph.Indentation = indent > 0 ? new Indentation { Left = Text(indent) } : null;
        paragraph.Justification = justify is { } value ? new Justification { Val = value } : null;
        var run = new StyleRunProperties
        {
            Bold = bold ? new Bold() : null,
            Color = new Color { Val = color[1..] },
            FontSize = new FontSize { Val = Text(size) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = Text(size) },
        };
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static T Line<T>(uint size, string color)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Space = 0, Color = color };

    private static StringValue Text(int number) => FormattableString.Invariant($"{number}");
}
