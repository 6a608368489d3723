using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Barometer.Evidence.Documents;

/// <summary>
/// Writes a table as a sheet: title and unit above, numbers as numbers with the decimals they are shown with, symbols as
/// text, notes and source below; of a figure its chart beside it, and what that draws under all.
/// </summary>
internal sealed class ExcelSheet
{
    private const double LabelWidth = 46;
    private const double NumberWidth = 15;
    private const double LineHeight = 15;
    private const long EmuOfLine = 15 * 12_700;

    /// <summary>The name of the only sheet of a workbook.</summary>
    public static readonly LocalizedText Numbers = new("Tall", "Numbers");

    /// <summary>The header of what groups rows.</summary>
    private static readonly LocalizedText Section = new("Del", "Part");

    private static readonly LocalizedText Drawn = new("Det diagrammet tegner", "What the chart draws");

    private readonly EvidenceTable _table;
    private readonly string _name;
    private readonly List<Row> _rows = [];
    private readonly List<string> _merged = [];
    private readonly IReadOnlyList<string> _headers;
    private readonly IReadOnlyList<IReadOnlyList<PlainCell>> _cells;
    private readonly double[] _widths;

    private ExcelSheet(EvidenceTable table, string name)
    {
        (_table, _name) = (table, name);
        var hasSections = table.Content.Rows.Any(row => row.Section is not null);
        _cells = [.. table.Content.Rows.Select(row => (IReadOnlyList<PlainCell>)[.. PlainColumns.Cells(table, row).Prepend(new PlainCell(row.Section?.In(table.Language) ?? "")).Skip(hasSections ? 0 : 1)])];
        _headers = ExcelTable.Distinct([.. hasSections ? [Section.In(table.Language)] : Array.Empty<string>(), .. PlainColumns.Headers(table)]);
        _widths = [.. Enumerable.Range(0, _headers.Count).Select(Width)];
    }

    /// <summary>The bytes of a workbook that holds one table.</summary>
    public static byte[] Workbook(EvidenceTable table)
    {
        using var file = new ExcelFile(table.Content.Title.In(table.Language), table.Language);
        Add(file, Numbers.In(table.Language), table, [table.Content.Title.In(table.Language)]);
        return file.ToBytes();
    }

    /// <summary>The bytes of a workbook that holds what a chart draws.</summary>
    public static byte[] Workbook(ChartBlock block, Language language)
    {
        using var file = new ExcelFile(Numbers.In(language), language);
        file.Add(Numbers.In(language), new Worksheet(
            new Columns(new Column { Min = 1, Max = 1, Width = LabelWidth, CustomWidth = true }, new Column { Min = 2, Max = (uint)block.Columns.Count, Width = NumberWidth, CustomWidth = true }),
            new SheetData(Rows(block))));
        return file.ToBytes();
    }

    /// <summary>Adds a sheet.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="name">The sheet's name.</param>
    /// <param name="table">The table.</param>
    /// <param name="titles">Its titles, with the number of each figure and table that shows it.</param>
    /// <param name="back">A link in the first line and the sheet that it goes to; null for none.</param>
    /// <param name="chart">A figure that is a chart beside it, with what that is called; null for none.</param>
    /// <param name="sentences">Sentences to quote, which stand last.</param>
    public static void Add(
        ExcelFile file, string name, EvidenceTable table, IReadOnlyList<string> titles, (string Text, string Sheet)? back = null, (FigureDescription Figure, ChartBlock Block, string Name)? chart = null, params IReadOnlyList<string> sentences) =>
        new ExcelSheet(table, name).Write(file, titles, back, chart, sentences);

    /// <summary>That a printed sheet is as wide as its page.</summary>
    public static SheetProperties OnePageWide() => new() { PageSetupProperties = new PageSetupProperties { FitToPage = true } };

    /// <summary>The page a sheet is printed on: A4, lying.</summary>
    public static PageSetup Landscape() => new() { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };

    /// <summary>A link to the first cell of another sheet.</summary>
    public static Hyperlink Link(string cell, string sheet) => new() { Reference = cell, Location = $"'{sheet}'!A1", Display = sheet };

    /// <summary>A line of words.</summary>
    public static Row Line(string text, uint style) => new(Words(text, style));

    /// <summary>A cell of words.</summary>
    public static Cell Words(string text, uint style) => new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private void Write(ExcelFile file, IReadOnlyList<string> titles, (string Text, string Sheet)? back, (FigureDescription Figure, ChartBlock Block, string Name)? chart, IReadOnlyList<string> sentences)
    {
        var language = _table.Language;
        if (back is { } link)
        {
            _rows.Add(Line(link.Text, ExcelStyles.Link));
        }

        if (_table.Mark is { } mark)
        {
            _rows.Add(Line(mark.In(language), ExcelStyles.Mark));
        }

        titles.ToList().ForEach(title => AddWide(title, ExcelStyles.Title, scale: 1.3));
        if (_table.Content.Unit is { } unit)
        {
            AddWide(unit.In(language), ExcelStyles.Note);
        }

        _rows.Add(new Row());
        _rows.Add(Tall(new Row(_headers.Select((header, i) => Words(header, IsNumeric(i) ? ExcelStyles.NumberHeader : ExcelStyles.Header))), [.. _headers.Select((header, i) => Lines(header, _widths[i] - 3))]));
        var frozen = _rows.Count;
        _rows.AddRange(_table.Content.Rows.Select(Body));
        _rows.Add(new Row());
        foreach (var note in _table.Notes)
        {
            AddWide((note.Mark.Length > 0 ? note.Mark + ") " : "") + note.Text.In(language), ExcelStyles.Note);
        }

        if (_table.SourceLine is { } source)
        {
            AddWide(source, ExcelStyles.Note);
        }

        foreach (var (i, sentence) in sentences.Index())
        {
            if (i == 0)
            {
                _rows.Add(new Row());
            }

            AddWide(sentence, ExcelStyles.Note);
        }

        var drawn = chart is { } native ? Add(native.Figure, native.Block, native.Name, frozen) : null;
        file.Add(
            _name,
            new Worksheet(
            [
                OnePageWide(),
                new SheetViews(new SheetView(Pane(frozen)) { WorkbookViewId = 0, ShowGridLines = false }),
                new Columns(_widths.Concat(Enumerable.Repeat(NumberWidth, Math.Max(0, (chart?.Block.Columns.Count ?? 0) - _widths.Length))).Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
                new SheetData(_rows),
                .. _merged.Count > 0 ? [new MergeCells(_merged.Select(cells => new MergeCell { Reference = cells })) { Count = (uint)_merged.Count }] : Array.Empty<OpenXmlElement>(),
                .. back is { } there ? [new Hyperlinks(Link("A1", there.Sheet))] : Array.Empty<OpenXmlElement>(),
                Landscape(),
            ]),
            _table.Content.Rows.Count > 0 ? new ExcelTable(_name.Replace(' ', '_').Replace('.', '_'), frozen, _headers, _table.Content.Rows.Count) : null,
            drawn);
    }

    private ExcelChart Add(FigureDescription figure, ChartBlock block, string name, int frozen)
    {
        var drawing = new NativeChart(figure, block, _name, 0);
        while (_rows.Count <= frozen + (drawing.Height / EmuOfLine))
        {
            _rows.Add(new Row());
        }

        _rows.Add(Line(Drawn.In(_table.Language), ExcelStyles.Label(isBold: true)));
        _rows.AddRange(Rows(block));
        return new ExcelChart(new NativeChart(figure, block, _name, _rows.Count - block.Rows), name, figure.AltText, _headers.Count + 1, frozen);
    }

    // As wide as the table, on as many lines as it needs: merged cells don't grow by themselves.
    private void AddWide(string text, uint style, double scale = 1)
    {
        _rows.Add(new Row(Words(text, style)) { Height = LineHeight * scale * Lines(text, _widths.Sum() / scale), CustomHeight = true });
        if (_headers.Count > 1)
        {
            _merged.Add(FormattableString.Invariant($"A{_rows.Count}:{ExcelTable.Letter(_headers.Count - 1)}{_rows.Count}"));
        }
    }

    /// <summary>How many lines a text takes in a column.</summary>
    public static int Lines(string text, double width) => Math.Max(1, (int)Math.Ceiling(text.Length / width));

    /// <summary>A row as high as its longest cell: programs don't all see to that.</summary>
    public static Row Tall(Row row, params IEnumerable<int> lines)
    {
        if (lines.Max() is var most and > 1)
        {
            (row.Height, row.CustomHeight) = (LineHeight * most, true);
        }

        return row;
    }

    private static IEnumerable<Row> Rows(ChartBlock block) => Enumerable.Range(0, block.Rows)
        .Select(i => new Row(block.Columns.Select((column, c) => column[i] is { } cell ? cell.Text is { } text ? Words(text, ExcelStyles.Text) : Cell(cell with { Decimals = cell.Number.Scale }, isLabel: false, isTotal: false) : new Cell())))
        .Prepend(Tall(new Row(block.Headers.Select((header, c) => Words(header, c == 0 ? ExcelStyles.Header : ExcelStyles.NumberHeader))), block.Headers.Select((header, c) => Lines(header, c == 0 ? LabelWidth : NumberWidth - 3))));

    private bool IsNumeric(int column) => column > 0 && _cells.Any(row => row[column].Text is null);

    // A column of words is as wide as its longest, within limits.
    private double Width(int column) => column == 0 ? LabelWidth
        : IsNumeric(column) ? NumberWidth
        : Math.Clamp(_cells.Select(row => (row[column].Text?.Length ?? 0) + 2).Append(0).Max(), NumberWidth, LabelWidth);

    private Row Body(TableRow row, int index) =>
        Tall(new Row(_cells[index].Select((cell, i) => Cell(cell, i == 0, row.IsTotal))), _cells[index].Select((cell, i) => Lines(cell.Text ?? "", _widths[i])));

    private static Cell Cell(PlainCell cell, bool isLabel, bool isTotal) => cell.Text is { } text
        ? Words(text, isLabel ? ExcelStyles.Label(isTotal) : text is ":" or ".." or "." or "..." or "-" ? ExcelStyles.Symbol(isTotal) : ExcelStyles.Label(isTotal))
        : new Cell(new CellValue(cell.Number.ToString(CultureInfo.InvariantCulture))) { StyleIndex = ExcelStyles.Number(cell.Decimals, cell.IsPercent, isTotal) };

    private static Pane Pane(int rows) => new()
    {
        VerticalSplit = rows,
        TopLeftCell = FormattableString.Invariant($"A{rows + 1}"),
        ActivePane = PaneValues.BottomLeft,
        State = PaneStateValues.Frozen,
    };
}
