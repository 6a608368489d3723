using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Barometer.Evidence.Documents;

/// <summary>
/// Writes a table as a sheet: title and unit above, numbers as numbers with the decimals they are shown with, symbols as
/// text, notes and source below.
/// </summary>
internal static class ExcelSheet
{
    private const double LabelWidth = 46;
    private const double NumberWidth = 15;
    private static readonly LocalizedText SheetName = new("Tall", "Numbers");

    /// <summary>The bytes of a workbook that holds one table.</summary>
    public static byte[] Workbook(EvidenceTable table)
    {
        using var file = new ExcelFile(table.Content.Title.In(table.Language), table.Language);
        file.Add(SheetName.In(table.Language), Of(table));
        return file.ToBytes();
    }

    /// <summary>The sheet.</summary>
    /// <param name="table">The table.</param>
    /// <param name="title">A title in place of the table's own, with its number.</param>
    /// <param name="sentences">Sentences to quote, which stand last.</param>
    public static Worksheet Of(EvidenceTable table, string? title = null, params IReadOnlyList<string> sentences)
    {
        var language = table.Language;
        var lines = new List<Row>();
        var heading = table.Content.Title.In(language);
        foreach (var line in table.TitleLines())
        {
            lines.Add(Line(line == heading ? title ?? line : line, line == heading ? ExcelStyles.Title : ExcelStyles.Note));
        }

        lines.Add(new Row());
        var headers = PlainColumns.Headers(table);
        lines.Add(new Row(headers.Select((header, i) => Words(header, i == 0 ? ExcelStyles.Header : Numeric(table, i) ? ExcelStyles.NumberHeader : ExcelStyles.Header))));
        var frozen = lines.Count;
        lines.AddRange(Body(table));
        lines.Add(new Row());
        lines.AddRange(table.Notes.Select(note => Line((note.Mark.Length > 0 ? note.Mark + ") " : "") + note.Text.In(language), ExcelStyles.Note)));
        if (table.SourceLine is { } source)
        {
            lines.Add(Line(source, ExcelStyles.Note));
        }

        if (sentences.Count > 0)
        {
            lines.Add(new Row());
            lines.AddRange(sentences.Select(sentence => Line(sentence, ExcelStyles.Text)));
        }

        return new Worksheet(
            OnePageWide(),
            new SheetViews(new SheetView(Pane(frozen)) { WorkbookViewId = 0, ShowGridLines = false }),
            new Columns(headers.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = i == 0 ? LabelWidth : NumberWidth, CustomWidth = true })),
            new SheetData(lines),
            Landscape());
    }

    /// <summary>That a printed sheet is as wide as its page.</summary>
    public static SheetProperties OnePageWide() => new() { PageSetupProperties = new PageSetupProperties { FitToPage = true } };

    /// <summary>The page a sheet is printed on: A4, lying.</summary>
    public static PageSetup Landscape() => new() { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };

    /// <summary>A line of words.</summary>
    public static Row Line(string text, uint style) => new(Words(text, style));

    /// <summary>A cell of words.</summary>
    public static Cell Words(string text, uint style) => new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>Whether a column of the sheet holds numbers.</summary>
    private static bool Numeric(EvidenceTable table, int column) => table.Content.Rows.Any(row => PlainColumns.Cells(table, row)[column].Text is null);

    private static Pane Pane(int rows) => new()
    {
        VerticalSplit = rows,
        TopLeftCell = FormattableString.Invariant($"A{rows + 1}"),
        ActivePane = PaneValues.BottomLeft,
        State = PaneStateValues.Frozen,
    };

    private static IEnumerable<Row> Body(EvidenceTable table)
    {
        LocalizedText? section = null;
        foreach (var row in table.Content.Rows)
        {
            if (row.Section is { } next && next != section)
            {
                yield return Line(next.In(table.Language), ExcelStyles.Label(isBold: true));
            }

            section = row.Section;
            yield return new Row(PlainColumns.Cells(table, row).Select((cell, i) => Cell(cell, i == 0, row.IsTotal)));
        }
    }

    private static Cell Cell(PlainCell cell, bool isLabel, bool isTotal) => cell.Text is { } text
        ? Words(text, isLabel ? ExcelStyles.Label(isTotal) : text is ":" or ".." or "." or "..." or "-" ? ExcelStyles.Symbol(isTotal) : ExcelStyles.Label(isTotal))
        : new Cell(new CellValue(cell.Number.ToString(CultureInfo.InvariantCulture))) { StyleIndex = ExcelStyles.Number(cell.Decimals, cell.IsPercent, isTotal) };
}
