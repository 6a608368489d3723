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
    /// <param name="sheet">Its content.</param>
    public void Add(string name, Worksheet sheet)
    {
        var number = (uint)_sheets.ChildElements.Count + 1;
        var id = FormattableString.Invariant($"rId{number + 1}");
        _book.AddNewPart<WorksheetPart>(id).Worksheet = sheet;
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
}
