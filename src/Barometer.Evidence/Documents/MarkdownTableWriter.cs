using System.Text;

namespace Barometer.Evidence.Documents;

/// <summary>Writes a table as Markdown: a pipe table as GitHub and Pandoc read it, with its title, notes and source.</summary>
internal static class MarkdownTableWriter
{
    /// <summary>The text.</summary>
    public static string Write(EvidenceTable table)
    {
        var (content, language) = (table.Content, table.Language);
        var text = new StringBuilder();
        var lines = table.TitleLines().Select(Escaped).ToList();
        var title = lines.FindIndex(line => line == Escaped(content.Title.In(language)));
        lines[title] = $"**{lines[title]}**";
        text.AppendJoin("  \n", lines).Append("\n\n");
        AppendLine(text, content.Columns.Select(column => Escaped(column.FullHeader.In(language))));
        AppendLine(text, content.Columns.Select(column => column.IsNumeric ? "---:" : ":---"));
        LocalizedText? section = null;
        foreach (var row in content.Rows)
        {
            if (row.Section is { } next && next != section)
            {
                AppendLine(text, content.Columns.Select((_, i) => i == 0 ? $"**{Escaped(next.In(language))}**" : ""));
            }

            section = row.Section;
            AppendLine(text, row.Cells.Select(cell => Cell(cell, row.IsTotal, language)));
        }

        return Below(text, table).ToString();
    }

    private static StringBuilder Below(StringBuilder text, EvidenceTable table)
    {
        foreach (var note in table.Notes)
        {
            text.Append('\n').Append(note.Mark.Length > 0 ? $"{note.Mark}) " : "").Append(Escaped(note.Text.In(table.Language))).Append('\n');
        }

        return table.SourceLine is { } source ? text.Append('\n').Append(Escaped(source)).Append('\n') : text;
    }

    private static string Cell(TableCell cell, bool isTotal, Language language)
    {
        var text = Escaped(cell.In(language));
        text = cell.Address is { } address ? $"[{text}]({address})" : text;
        text = isTotal && text.Length > 0 ? $"**{text}**" : text;
        return cell.Marks.Length > 0 ? $"{text} {cell.Marks})" : text;
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>The text with the characters that Markdown would read as its own.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter is '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '&' ? "\\" : "").Append(letter);
        }

        return escaped.Replace('\n', ' ').ToString();
    }
}
