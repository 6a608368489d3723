using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TableCell = Barometer.Evidence.Tables.TableCell;
using TableRow = Barometer.Evidence.Tables.TableRow;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Barometer.Evidence.Documents;

/// <summary>
/// Writes a table for Word: a header row repeated on every page, rows that are not broken over pages, numbers to the
/// right, notes and source below.
/// </summary>
internal static class WordTable
{
    /// <summary>A letter of the table's type and a cell's two edges, in twentieths of a point.</summary>
    private const int Letter = 98;
    private const int Edges = 240;

    /// <summary>So many rows are kept on one page with their notes; longer tables break between rows.</summary>
    private const int OnOnePage = 12;

    private const int LongestNumber = 18;
    private const int ShortestWords = 1300;
    private const int LongestWords = 36;

    /// <summary>The bytes of a document that holds one table.</summary>
    public static byte[] Document(EvidenceTable table)
    {
        var title = table.Content.Title.In(table.Language);
        using var file = new WordFile(title, table.Language);
        file.Add(WordText.Paragraph(title, "Caption"));
        file.AddAll(Of(table));
        return file.ToBytes();
    }

    /// <summary>The table under its caption: the mark of synthetic data or a draft, the unit, the table, notes and source.</summary>
    public static IEnumerable<OpenXmlElement> Of(EvidenceTable table)
    {
        var (content, language) = (table.Content, table.Language);
        if (table.Mark is { } mark)
        {
            yield return WordText.Paragraph(mark.In(language), "Mark").Kept();
        }

        if (content.Unit is { } unit)
        {
            yield return WordText.Paragraph(unit.In(language), "Unit");
        }

        yield return Grid(table);
        foreach (var note in table.Notes)
        {
            yield return Note(note, language);
        }

        yield return WordText.Paragraph(table.SourceLine ?? "", "Source");
    }

    private static Paragraph Kept(this Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    /// <summary>A note, with its letter as cells have it.</summary>
    public static Paragraph Note(TableNote note, Language language)
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
        var widths = Widths(content, language);
        var grid = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = FormattableString.Invariant($"{WordFile.TextWidth}"), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = content.Title.In(language) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = FormattableString.Invariant($"{width}") })));
        if (content.HasGroups)
        {
            grid.Append(Groups(content.Columns, widths, language));
        }

        var header = new WordRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        header.Append(content.Columns.Select((column, i) => Cell([WordText.Run(column.Header.In(language))], widths[i], column.IsNumeric, "TableHead")));
        grid.Append(header);
        LocalizedText? section = null;
        foreach (var row in content.Rows)
        {
            if (row.Section is { } next && next != section)
            {
                grid.Append(Section(next.In(language), content.Columns.Count));
            }

            section = row.Section;
            grid.Append(Row(row, content, widths, language, isKept: content.Rows.Count <= OnOnePage || row == content.Rows[^1]));
        }

        return grid;
    }

    private static WordRow Groups(IReadOnlyList<TableColumn> columns, int[] widths, Language language)
    {
        var (line, first) = (new WordRow(new TableRowProperties(new CantSplit(), new TableHeader())), 0);
        foreach (var (group, under) in TableColumn.Grouped(columns))
        {
            var cell = Cell(
                [WordText.Run(group?.In(language) ?? "")], widths.Skip(first).Take(under.Count).Sum(), under[0].IsNumeric, "TableHead");
            cell.TableCellProperties!.GridSpan = new GridSpan { Val = under.Count };
            line.Append(cell);
            first += under.Count;
        }

        return line;
    }

    private static WordRow Section(string text, int columns)
    {
        var cell = Cell([WordText.Run(text)], WordFile.TextWidth, false, "TableHead");
        cell.TableCellProperties!.GridSpan = new GridSpan { Val = columns };
        return new WordRow(new TableRowProperties(new CantSplit()), cell);
    }

    private static WordRow Row(TableRow row, TableContent content, int[] widths, Language language, bool isKept)
    {
        var line = new WordRow(new TableRowProperties(new CantSplit()));
        line.Append(row.Cells.Select((cell, i) => Cell(Runs(cell, row.IsTotal, language), widths[i], content.Columns[i].IsNumeric, "TableText", isKept)));
        return line;
    }

    private static IEnumerable<Run> Runs(TableCell cell, bool isTotal, Language language)
    {
        yield return WordText.Run(cell.In(language), isTotal);
        if (cell.Marks.Length > 0)
        {
            yield return WordText.Run(cell.Marks, isTotal, raised: true);
        }
    }

    // A number is never broken: 82–88 is one.
    private static WordCell Cell(IEnumerable<Run> runs, int width, bool isNumeric, string style, bool keepNext = false)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style })
        {
            KeepNext = keepNext ? new KeepNext() : null,
            Justification = isNumeric ? new Justification { Val = JustificationValues.Right } : null,
        });
        paragraph.Append(runs);
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Width = FormattableString.Invariant($"{width}"), Type = TableWidthUnitValues.Dxa } };
        if (isNumeric && style == "TableText")
        {
            properties.NoWrap = new NoWrap();
        }

        return new WordCell(properties, paragraph);
    }

    // In twentieths of a point, adding up to the text's width: wide enough for a column's longest number and for the longest
    // word of its header, and what is left goes to columns of words.
    private static int[] Widths(TableContent content, Language language)
    {
        var needs = content.Columns.Select((column, i) => Need(content, column, i, language)).ToArray();
        var first = 0;
        foreach (var (group, under) in TableColumn.Grouped(content.Columns))
        {
            needs[first] += Math.Max(0, Longest(group?.In(language) ?? "") - needs.Skip(first).Take(under.Count).Sum());
            first += under.Count;
        }

        var words = Enumerable.Range(0, needs.Length).Where(i => !content.Columns[i].IsNumeric).ToArray();
        var least = Array.ConvertAll(words, i => Math.Max(ShortestWords, LongestWord(content, i, language)));
        var left = WordFile.TextWidth - content.Columns.Select((column, i) => column.IsNumeric ? needs[i] : 0).Sum();
        var (share, room) = (words.Sum(i => needs[i]), Math.Max(0, left - least.Sum()));
        for (var w = 0; w < words.Length; w++)
        {
            needs[words[w]] = least[w] + (room * needs[words[w]] / share);
        }

        var widths = Array.ConvertAll(needs, need => WordFile.TextWidth * need / needs.Sum());
        widths[0] += WordFile.TextWidth - widths.Sum();
        return widths;
    }

    private static int LongestWord(TableContent content, int index, Language language) =>
        (Math.Min(LongestWords, content.Rows.SelectMany(row => row.Cells[index].In(language).Split(' ')).Select(word => word.Length).DefaultIfEmpty(0).Max()) * Letter) + Edges;

    private static int Need(TableContent content, TableColumn column, int index, Language language)
    {
        var cells = content.Rows.Select(row => row.Cells[index].In(language).Length + row.Cells[index].Marks.Length).DefaultIfEmpty(0).Max();
        return Math.Max((Math.Min(cells, column.IsNumeric ? LongestNumber : LongestWords) * Letter) + Edges, Longest(column.Header.In(language)));
    }

    // What a header's longest word needs, in bold.
    private static int Longest(string header) => header.Length == 0 ? 0 : ((header.Split(' ', '\u00A0').Max(word => word.Length) + 1) * Letter) + Edges;
}
