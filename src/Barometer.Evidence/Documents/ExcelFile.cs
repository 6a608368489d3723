using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Barometer.Evidence.Documents;

/// <summary>
/// A workbook as it is written: sheet after sheet, all visible, no formulas and so no cached results, text in the cells
/// themselves. The same content gives the same bytes.
/// </summary>
internal sealed class ExcelFile : IDisposable
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private readonly MemoryStream _stream = new();
    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _book;
    private readonly Sheets _sheets = new();
    private uint _tables;

    /// <summary>Begins an empty workbook.</summary>
    public ExcelFile(string title, Language language)
    {
        _document = SpreadsheetDocument.Create(_stream, SpreadsheetDocumentType.Workbook);
        _book = _document.AddNewPart<WorkbookPart>(MainType, "rId1");
        _book.Workbook = new Workbook(_sheets);
        _book.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = ExcelStyles.Make();
        OfficePackage.Describe(_document.AddNewPart<CoreFilePropertiesPart>("rId2"), title, language);
    }

    /// <summary>Adds a sheet at the end.</summary>
    /// <param name="name">Its name: at most 31 characters, without <c>[]:*?/\</c>.</param>
    /// <param name="sheet">Its content, to which nothing is added afterwards.</param>
    /// <param name="table">The rows that are a table with filters; null for none.</param>
    /// <param name="chart">The chart beside them; null for none.</param>
    public void Add(string name, Worksheet sheet, ExcelTable? table = null, ExcelChart? chart = null)
    {
        var number = (uint)_sheets.ChildElements.Count + 1;
        var id = FormattableString.Invariant($"rId{number + 1}");
        var part = _book.AddNewPart<WorksheetPart>(id);
        if (chart is not null)
        {
            Add(part, chart);
            sheet.Append(new Drawing { Id = "rId1" });
        }

        if (table is not null)
        {
            part.AddNewPart<TableDefinitionPart>("rId2").Table = table.ToTable(++_tables);
            sheet.Append(new TableParts(new TablePart { Id = "rId2" }) { Count = 1 });
        }

        part.Worksheet = sheet;
        _sheets.Append(new Sheet { Name = name, SheetId = number, Id = id });
    }

    /// <summary>The workbook's bytes.</summary>
    public byte[] ToBytes()
    {
        _document.Save();
        _document.Dispose();
        return OfficePackage.Pack(_stream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private static void Add(WorksheetPart part, ExcelChart chart)
    {
        var drawing = part.AddNewPart<DrawingsPart>("rId1");
        drawing.AddNewPart<ChartPart>("rId1").FeedData(new MemoryStream(chart.Chart.Write()));
        drawing.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>{chart.Column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{chart.Row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="{NativeChart.Width}" cy="{chart.Chart.Height}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="{Markup.Encode(chart.Name)}" descr="{Markup.Encode(chart.AltText)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>
            """).ReplaceLineEndings("\n"))));
    }
}

/// <summary>Rows of a sheet that are a table of Excel, with a filter in each header.</summary>
/// <param name="Name">Its name, which no other table of the workbook has: a letter, then letters, digits and underscores.</param>
/// <param name="Row">The row of its headers, from 1.</param>
/// <param name="Headers">The headers, as their cells have them, each once.</param>
/// <param name="Rows">How many rows stand under them.</param>
internal sealed record ExcelTable(string Name, int Row, IReadOnlyList<string> Headers, int Rows)
{
    /// <summary>The headers of a table, each made another than those before it.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> headers)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. headers.Select(header =>
        {
            var (name, again) = (header.Length > 0 ? header : "–", 1);
            var own = name;
            while (!seen.Add(own))
            {
                own = FormattableString.Invariant($"{name} ({++again})");
            }

            return own;
        })];
    }

    /// <summary>A column's letter.</summary>
    public static char Letter(int column) => (char)('A' + column);

    /// <summary>The part.</summary>
    public Table ToTable(uint id)
    {
        var reference = FormattableString.Invariant($"A{Row}:{Letter(Headers.Count - 1)}{Row + Rows}");
        return new Table(
            new AutoFilter { Reference = reference },
            new TableColumns(Headers.Select((header, i) => new DocumentFormat.OpenXml.Spreadsheet.TableColumn { Id = (uint)i + 1, Name = header })) { Count = (uint)Headers.Count },
            new TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = true, ShowColumnStripes = false })
        { Id = id, Name = Name, DisplayName = Name, Reference = reference, TotalsRowShown = false };
    }
}

/// <summary>A chart on a sheet.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Name">What it is called: the releases that it stands on.</param>
/// <param name="AltText">The chart in words.</param>
/// <param name="Column">The column of its upper left corner, from 0.</param>
/// <param name="Row">The row of its upper left corner, from 0.</param>
internal sealed record ExcelChart(NativeChart Chart, string Name, string AltText, int Column, int Row);
