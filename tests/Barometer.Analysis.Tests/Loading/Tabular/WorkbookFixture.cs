using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Barometer.Analysis.Tests.Loading.Tabular;

internal static class WorkbookFixture
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A workbook of sheets: name, rows of cells (text, number, day, null, or <see cref="Error"/>), and merged ranges.</summary>
    public static byte[] Of(params (string Name, object?[][] Rows, string[] Merged)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Add(archive, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" r:id="s{i + 1}"/>"""))}</sheets></workbook>""");
            Add(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="s{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}</Relationships>""");
            Add(archive, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Length; i++)
            {
                Add(archive, $"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i].Rows, sheets[i].Merged));
            }
        }

        return stream.ToArray();
    }

    private static string Sheet(object?[][] rows, string[] merged)
    {
        var text = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 0; row < rows.Length; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (var column = 0; column < rows[row].Length; column++)
            {
                text.Append(Cell(FormattableString.Invariant($"{Letters(column)}{row + 1}"), rows[row][column]));
            }

            text.Append("</row>");
        }

        text.Append("</sheetData>");
        if (merged.Length > 0)
        {
            text.Append("<mergeCells>" + string.Concat(merged.Select(range => $"""<mergeCell ref="{range}"/>""")) + "</mergeCells>");
        }

        return text.Append("</worksheet>").ToString();
    }

    private static string Letters(int column) => (column < 26 ? "" : ((char)('A' + (column / 26) - 1)).ToString()) + (char)('A' + (column % 26));

    private static string Cell(string place, object? value) => value switch
    {
        null => "",
        string text => $"""<c r="{place}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""",
        DateTime day => FormattableString.Invariant($"""<c r="{place}" s="1"><v>{day.ToOADate()}</v></c>"""),
        Error error => $"""<c r="{place}" t="e"><v>{error.Text}</v></c>""",
        bool truth => $"""<c r="{place}" t="b"><v>{(truth ? 1 : 0)}</v></c>""",
        var number => FormattableString.Invariant($"""<c r="{place}"><v>{number}</v></c>"""),
    };

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""" + text);
    }

    /// <summary>An error in a cell, as <c>#N/A</c>.</summary>
    internal sealed record Error(string Text);
}
