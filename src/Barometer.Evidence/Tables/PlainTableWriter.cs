using System.Text;

namespace Barometer.Evidence.Tables;

/// <summary>Writes a table as aligned plain text for terminals and for readers of the raw notebook.</summary>
internal static class PlainTableWriter
{
    private const string Gap = "  ";

    /// <summary>The table as text: title, rows, notes and source.</summary>
    public static string Write(EvidenceTable table)
    {
        var language = table.Language;
        var lines = table.TitleLines().ToList();
        lines.Add("");
        lines.AddRange(Body(table.Content, language));
        lines.Add("");
        lines.AddRange(table.Notes.Select(note => (note.Mark.Length > 0 ? note.Mark + ") " : "") + note.Text.In(language) + (note.Code is null ? "" : " " + note.Code)));
        if (table.SourceLine is { } source)
        {
            lines.Add(source);
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Body(TableContent content, Language language)
    {
        var cells = content.Rows.Select(row => row.Cells.Select(cell => WithMarks(cell, language)).ToArray()).ToArray();
        var headers = content.Columns.Select(column => column.Header.In(language)).ToArray();
        var widths = headers.Select((header, i) => cells.Select(row => row[i].Length).Append(header.Length).Max()).ToArray();
        if (content.HasGroups)
        {
            yield return Groups(content.Columns, widths, language);
        }

        yield return Line(headers, widths, content.Columns);
        yield return string.Join(Gap, widths.Select(width => new string('-', width)));
        LocalizedText? section = null;
        for (var i = 0; i < cells.Length; i++)
        {
            if (content.Rows[i].Section is { } next && next != section)
            {
                yield return next.In(language);
            }

            section = content.Rows[i].Section;
            yield return Line(cells[i], widths, content.Columns);
        }
    }

    // What stands over several columns, to the right over them; they are widened where it is longer.
    private static string Groups(IReadOnlyList<TableColumn> columns, int[] widths, Language language)
    {
        var (line, first) = (new StringBuilder(), 0);
        foreach (var (group, under) in TableColumn.Grouped(columns))
        {
            var text = group?.In(language) ?? "";
            var width = widths.Skip(first).Take(under.Count).Sum() + (Gap.Length * (under.Count - 1));
            widths[first] += Math.Max(0, text.Length - width);
            line.Append(first == 0 ? "" : Gap).Append(text.PadLeft(Math.Max(width, text.Length)));
            first += under.Count;
        }

        return line.ToString().TrimEnd(' ');
    }

    private static string Line(string[] cells, int[] widths, IReadOnlyList<TableColumn> columns)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(i == 0 ? "" : Gap).Append(columns[i].IsNumeric ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
        }

        return line.ToString().TrimEnd(' ');
    }

    private static string WithMarks(TableCell cell, Language language) =>
        cell.In(language) + (cell.Marks.Length > 0 ? $" {cell.Marks})" : "");
}
