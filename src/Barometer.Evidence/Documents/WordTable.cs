using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TableCell = Barometer.Evidence.Tables.TableCell;
using TableRow = Barometer.Evidence.Tables.TableRow;

namespace Barometer.Evidence.Documents;

/// <summary>
/// Writes a table for Word: a header row repeated on every page, rows that are not broken over pages, numbers to the
/// right, notes and source below.
/// </summary>
internal static class WordTable
{
    /// <summary>The table under its caption: the mark of synthetic data, the unit, the table, notes and source.</summary>
    public static IEnumerable<OpenXmlElement> Of(EvidenceTable table)
    {
        var (content, language) = (table.Content, table.Language);
        if (table.Stamp.IsSynthetic)
        {
            yield return WordText.Paragraph(Text.Wording.Synthetic.In(language), "Mark").Kept();
        }

        if (content.Unit is { } unit)
        {
            yield return WordText.Paragraph(unit.In(language), "Unit");
        }

        yield return Grid(table);
        foreach (var note in TableText.Notes(table))
        {
            yield return Note(note, language);
        }

        yield return WordText.Paragraph(TableText.Source(table) ?? "", "Source");
    }

    private static Paragraph Kept(this Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    private static Paragraph Note(TableNote note, Language language)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Note" }));
        if (note.Mark.Length > 0)
        {
            paragraph.Append(WordText.Run(note.Mark, raised: true), WordText.Run(" "));
        }

        paragraph.Append(WordText.Run(note.Text.In(language)));
        return paragraph;
    }

    private static Table Grid(EvidenceTable table)
    {
        var (content, language) = (table.Content, table.Language);
        var widths = WordColumns.Widths(content, language);
        var grid = new Table(
            new TableProperties(
                new TableWidth { Width = FormattableString.Invariant($"{WordFile.TextWidth}"), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = content.Title.In(language) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = FormattableString.Invariant($"{width}") })));
        var header = new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        header.Append(content.Columns.Select((column, i) => Cell([WordText.Run(column.Header.In(language), bold: true)], widths[i], column.IsNumeric, 8)));
        grid.Append(header);
        LocalizedText? section = null;
        foreach (var row in content.Rows)
        {
            if (row.Section is { } next && next != section)
            {
                grid.Append(Section(next.In(language), content.Columns.Count));
            }

            section = row.Section;
            grid.Append(Row(row, content, widths, language));
        }

        return grid;
    }

    private static DocumentFormat.OpenXml.Wordprocessing.TableRow Section(string text, int columns)
    {
        var cell = Cell([WordText.Run(text, bold: true)], WordFile.TextWidth, false, 4, keepNext: true);
        cell.TableCellProperties!.GridSpan = new GridSpan { Val = columns };
        return new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit()), cell);
    }

    private static DocumentFormat.OpenXml.Wordprocessing.TableRow Row(TableRow row, TableContent content, int[] widths, Language language)
    {
        var line = new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit()));
        line.Append(row.Cells.Select((cell, i) => Cell(Runs(cell, row.IsTotal, language), widths[i], content.Columns[i].IsNumeric, 4)));
        return line;
    }

    private static IEnumerable<Run> Runs(TableCell cell, bool isTotal, Language language)
    {
        yield return WordText.Run(CellText.Of(cell, language), isTotal);
        if (cell.Marks.Length > 0)
        {
            yield return WordText.Run(cell.Marks, isTotal, raised: true);
        }
    }

    private static DocumentFormat.OpenXml.Wordprocessing.TableCell Cell(
        IEnumerable<Run> runs, int width, bool isNumeric, uint line, bool keepNext = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" })
        {
            KeepNext = keepNext ? new KeepNext() : null,
            Justification = isNumeric ? new Justification { Val = JustificationValues.Right } : null,
        };
        var paragraph = new Paragraph(properties);
        paragraph.Append(runs);
        return new DocumentFormat.OpenXml.Wordprocessing.TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = FormattableString.Invariant($"{width}"), Type = TableWidthUnitValues.Dxa },
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = line, Color = line > 4 ? "274247" : "BFC6C7", Space = 0 }),
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }),
            paragraph);
    }
}
