using System.IO.Compression;
using System.Xml;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>Counts the cells of a sheet that show an error (#N/A, #REF! …), which the package reads as empty. Only workbooks in XML (.xlsx) are looked through.</summary>
internal static class ExcelErrors
{
    /// <summary>How many cells of each column hold an error, by the column's place from 0.</summary>
    /// <param name="source">The workbook.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="firstRow">The first row that counts, from 1.</param>
    public static IReadOnlyDictionary<int, int> Count(DeliverySource source, string sheet, int firstRow)
    {
        using var file = source.Open();
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return Part(archive, sheet) is { } part && archive.GetEntry(part) is { } entry ? Count(entry, firstRow) : new Dictionary<int, int>();
        }
        catch (Exception error) when (error is InvalidDataException or XmlException)
        {
            return new Dictionary<int, int>(); // an .xls; what is damaged has been refused before
        }
    }

    private static Dictionary<int, int> Count(ZipArchiveEntry entry, int firstRow)
    {
        var counts = new Dictionary<int, int>();
        using var xml = Open(entry);
        var (row, column) = (0, -1);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                (row, column) = (int.TryParse(xml.GetAttribute("r"), out var number) ? number : row + 1, -1);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = xml.GetAttribute("r") is { } place ? Column(place) : column + 1;
                if (row >= firstRow && xml.GetAttribute("t") == "e")
                {
                    counts[column] = counts.GetValueOrDefault(column) + 1;
                }
            }
        }

        return counts;
    }

    // The part that holds a sheet: by the workbook's list and its relations.
    private static string? Part(ZipArchive archive, string sheet)
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } workbook || archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return null;
        }

        string? id = null;
        using (var xml = Open(workbook))
        {
            while (id is null && xml.Read())
            {
                id = xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet" && xml.GetAttribute("name") == sheet
                    ? xml.GetAttribute("id", xml.LookupNamespace("r") ?? "") ?? xml.GetAttribute("r:id") : null;
            }
        }

        using var targets = Open(relations);
        while (id is not null && targets.Read())
        {
            if (targets.NodeType == XmlNodeType.Element && targets.GetAttribute("Id") == id && targets.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return null;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true, IgnoreWhitespace = true });

    private static int Column(string place) => place.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;
}
