using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Barometer.Evidence.Pack;

/// <summary>Writes the workbook: a list of contents, then one sheet a figure or table.</summary>
internal static class PackWorkbook
{
    private const string Quotes = "Setninger";
    private static readonly string[] Headers = ["Ark", "Tittel", "Notatbok", "Celle", "Status"];

    /// <summary>The file's bytes.</summary>
    /// <param name="items">The figures and tables; sentences stand under their numbers.</param>
    /// <param name="title">The workbook's title.</param>
    /// <param name="sentences">Sentences that stand under none of them, on a sheet of their own.</param>
    public static byte[] Write(IReadOnlyList<PackItem> items, string title, params IReadOnlyList<LocalizedText> sentences)
    {
        using var file = new ExcelFile(title, Language.Nb);
        file.Add("Innhold", Contents(items, title));
        foreach (var item in items)
        {
            file.Add(item.Label.Nb, ExcelSheet.Of(item.Exhibit.Numbers, $"{item.Label.Nb} {item.Exhibit.Title.Nb}", [.. item.Exhibit.Sentences.Select(sentence => sentence.Nb)]));
        }

        if (sentences.Count > 0)
        {
            file.Add(Quotes, new Worksheet(ExcelSheet.OnePageWide(), new SheetData([ExcelSheet.Line(Quotes, ExcelStyles.Title), .. sentences.Select(sentence => ExcelSheet.Line(sentence.Nb, ExcelStyles.Text))]), ExcelSheet.Landscape()));
        }

        return file.ToBytes();
    }

    private static Worksheet Contents(IReadOnlyList<PackItem> items, string title)
    {
        var rows = new List<Row>
        {
            ExcelSheet.Line(title, ExcelStyles.Title),
            new(),
            new(Headers.Select(header => ExcelSheet.Words(header, ExcelStyles.Header))),
        };
        rows.AddRange(items.Select(item => new Row(new[] { item.Label.Nb, item.Exhibit.Title.Nb, item.Exhibit.Notebook, item.Exhibit.CellId, item.Status.Words().Nb }
            .Select(text => ExcelSheet.Words(text, ExcelStyles.Text)))));
        var first = rows.Count - items.Count + 1;
        return new Worksheet(
            ExcelSheet.OnePageWide(),
            new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }),
            new Columns(new[] { 14.0, 90, 36, 24, 18 }.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            new SheetData(rows),
            new Hyperlinks(items.Select((item, i) => new Hyperlink { Reference = FormattableString.Invariant($"A{first + i}"), Location = $"'{item.Label.Nb}'!A1", Display = item.Label.Nb })),
            ExcelSheet.Landscape());
    }
}
