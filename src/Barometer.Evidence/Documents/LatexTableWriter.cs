using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Documents;

/// <summary>Writes a table as LaTeX for the packages booktabs and threeparttable, in UTF-8.</summary>
internal static class LatexTableWriter
{
    private const string Widest = "0.42\\textwidth";

    /// <summary>The text: one floating table with caption and label.</summary>
    public static string Write(EvidenceTable table)
    {
        var (content, language) = (table.Content, table.Language);
        var text = new StringBuilder("% \\usepackage{booktabs,threeparttable,array}\n\\begin{table}[htbp]\n\\begin{threeparttable}\n");
        text.Append(CultureInfo.InvariantCulture, $"\\caption{{{Escaped(Caption(table))}}}\n\\label{{tab:{content.Id}}}\n");
        text.Append(CultureInfo.InvariantCulture, $"\\begin{{tabular}}{{{string.Concat(content.Columns.Select(Column))}}}\n\\toprule\n");
        if (content.HasGroups)
        {
            AppendGroups(text, content.Columns, language);
        }

        AppendLine(text, content.Columns.Select(column => Escaped(column.Header.In(language))));
        text.Append("\\midrule\n");
        LocalizedText? section = null;
        foreach (var row in content.Rows)
        {
            if (row.Section is { } next && next != section)
            {
                text.Append(section is null ? "" : "\\addlinespace\n");
                text.Append(CultureInfo.InvariantCulture, $"\\multicolumn{{{content.Columns.Count}}}{{l}}{{\\textbf{{{Escaped(next.In(language))}}}}} \\\\\n");
            }

            section = row.Section;
            AppendLine(text, row.Cells.Select(cell => Cell(cell, row.IsTotal, language)));
        }

        text.Append("\\bottomrule\n\\end{tabular}\n");
        AppendNotes(text, table);
        return text.Append("\\end{threeparttable}\n\\end{table}\n").ToString();
    }

    private static string Caption(EvidenceTable table) =>
        string.Join(". ", table.TitleLines().Select(line => line.TrimEnd('.'))) + ".";

    private static string Column(TableColumn column) => column.IsNumeric ? "r" : column.IsRowHeader ? $"p{{{Widest}}}" : "l";

    private static void AppendGroups(StringBuilder text, IReadOnlyList<TableColumn> columns, Language language)
    {
        var groups = TableColumn.Grouped(columns).ToList();
        AppendLine(text, groups.Select(one => one.Group is null ? "" : FormattableString.Invariant($"\\multicolumn{{{one.Columns.Count}}}{{r}}{{{Escaped(one.Group.In(language))}}}")));
        var first = 1;
        foreach (var (group, under) in groups)
        {
            text.Append(group is null ? "" : FormattableString.Invariant($"\\cmidrule(lr){{{first}-{first + under.Count - 1}}}"));
            first += under.Count;
        }

        text.Append('\n');
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(" & ", cells).Append(" \\\\\n");

    private static string Cell(TableCell cell, bool isTotal, Language language)
    {
        var text = Escaped(cell.In(language));
        text = isTotal ? $"\\textbf{{{text}}}" : text;
        return cell.Marks.Length > 0 ? $"{text}\\tnote{{{Escaped(cell.Marks)}}}" : text;
    }

    private static void AppendNotes(StringBuilder text, EvidenceTable table)
    {
        text.Append("\\begin{tablenotes}\n\\footnotesize\n");
        foreach (var note in table.Notes)
        {
            text.Append(note.Mark.Length > 0 ? $"\\item[{Escaped(note.Mark)}] " : "\\item[] ").Append(Escaped(note.Text.In(table.Language))).Append('\n');
        }

        text.Append(table.SourceLine is { } source ? $"\\item[] {Escaped(source)}\n" : "").Append("\\end{tablenotes}\n");
    }

    /// <summary>The text with LaTeX's own characters written out, the minus as one and the hard space as a tie.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\\' => "\\textbackslash{}",
                '{' or '}' or '$' or '&' or '#' or '%' or '_' => "\\" + letter,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '<' => "\\textless{}",
                '>' => "\\textgreater{}",
                '[' => "{[}",
                ']' => "{]}",
                '\u2212' => "$-$",
                '\u00A0' => "~",
                '\u2013' => "--",
                '\n' => " ",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
