using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>The numbers of headings: 1 and 1.1, from which captions take the chapter's number.</summary>
internal static class WordNumbering
{
    /// <summary>The list that headings belong to.</summary>
    public const int Id = 1;

    /// <summary>The definitions.</summary>
    public static Numbering Make() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.Multilevel },
            Level(0, "%1", "Heading1"),
            Level(1, "%1.%2", "Heading2"))
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Id });

    private static Level Level(int index, string text, string style) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = NumberFormatValues.Decimal },
        new ParagraphStyleIdInLevel { Val = style },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "567" }))
    { LevelIndex = index };
}
