using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Documents;

/// <summary>
/// Writes a table as the CSV that a Norwegian Excel opens by a double click: a byte order mark, semicolons, decimal commas,
/// no marks between groups of digits. The table stands as a reader sees it, with its title above and its notes below.
/// </summary>
internal static class ExcelCsvWriter
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text.</summary>
    public static string Write(EvidenceTable table)
    {
        var language = table.Language;
        var text = new StringBuilder().Append(ByteOrderMark);
        foreach (var line in table.TitleLines())
        {
            Append(text, [line]);
        }

        Append(text, PlainColumns.Headers(table));
        LocalizedText? section = null;
        foreach (var row in table.Content.Rows)
        {
            if (row.Section is { } next && next != section)
            {
                Append(text, [next.In(language)]);
            }

            section = row.Section;
            Append(text, PlainColumns.Cells(table, row).Select(cell => cell.Text ?? Number(cell)));
        }

        foreach (var note in table.Notes)
        {
            Append(text, [(note.Mark.Length > 0 ? note.Mark + ") " : "") + note.Text.In(language)]);
        }

        if (table.SourceLine is { } source)
        {
            Append(text, [source]);
        }

        return text.ToString();
    }

    private static string Number(PlainCell cell) =>
        (cell.IsPercent ? cell.Number * 100 : cell.Number).ToString(FormattableString.Invariant($"F{cell.Decimals}"), CultureInfo.InvariantCulture).Replace('.', ',')
        + (cell.IsPercent ? "%" : "");

    private static void Append(StringBuilder text, IEnumerable<string> cells) => CsvLine.Append(text, cells, ';');
}
