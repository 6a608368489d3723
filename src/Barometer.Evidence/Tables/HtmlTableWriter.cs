using System.Globalization;
using System.Text;
using static Barometer.Evidence.Text.Markup;

namespace Barometer.Evidence.Tables;

/// <summary>
/// Writes a table as HTML with a caption, scoped header cells and notes. The styling is inline and dispensable: where a
/// site strips it, the structure still reads as a table, numbers to the right.
/// </summary>
internal static class HtmlTableWriter
{
    private const string Cell = "border-bottom:1px solid rgba(128,128,128,.35)";
    private const string Head = "border-bottom:2px solid currentColor;vertical-align:bottom";

    /// <summary>A mark takes no room, so that the digits before it stay under those above.</summary>
    private const string Hanging = "position:absolute;line-height:1";
    private const string Small = "font-size:.85em;margin:.25em 0;max-width:46em";

    /// <summary>The table as one piece of HTML.</summary>
    public static string Write(EvidenceTable table)
    {
        var html = new StringBuilder($"<div lang=\"{Tag(table.Language)}\">\n");
        html.Append("<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">\n");
        html.Append(Caption(table));
        AppendHead(html, table);
        AppendBody(html, table);
        html.Append("</table>\n");
        AppendNotes(html, table);
        return html.Append("</div>").ToString();
    }

    /// <summary>The table as a page of its own.</summary>
    public static string Page(EvidenceTable table) =>
        $"<!DOCTYPE html>\n<html lang=\"{Tag(table.Language)}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
        + $"<title>{Encode(table.Content.Title.In(table.Language))}</title>\n"
        + "<style>body{font-family:sans-serif;margin:2em;color:#1b1b1b}</style>\n</head>\n<body>\n<main>\n"
        + Write(table) + "\n</main>\n</body>\n</html>\n";

    private static string Caption(EvidenceTable table)
    {
        var language = table.Language;
        var mark = table.Mark is { } words ? $"<em>{Encode(words.In(language))}.</em> " : "";
        var unit = table.Content.Unit is { } measure ? $"<br/>{Encode(measure.In(language))}" : "";
        return "<caption style=\"caption-side:top;text-align:left;padding:.25em 0 .5em\">"
            + $"{mark}<strong>{Encode(table.Content.Title.In(language))}</strong>{unit}</caption>\n";
    }

    private static void AppendHead(StringBuilder html, EvidenceTable table)
    {
        html.Append("<thead>\n<tr>");
        var columns = table.Content.Columns;
        if (table.Content.HasGroups)
        {
            foreach (var (group, under) in TableColumn.Grouped(columns))
            {
                html.Append(group is null ? Header(under[0], table.Language, " rowspan=\"2\"") : FormattableString.Invariant(
                    $"<th scope=\"colgroup\" colspan=\"{under.Count}\" align=\"right\" style=\"{Cell};padding:.25em .75em;text-align:right;vertical-align:bottom\">{Encode(group.In(table.Language))}</th>"));
            }

            html.Append("</tr>\n<tr>");
            columns = [.. columns.Where(column => column.Group is not null)];
        }

        foreach (var column in columns)
        {
            html.Append(Header(column, table.Language));
        }

        html.Append("</tr>\n</thead>\n");
    }

    private static string Header(TableColumn column, Language language, string rows = "") =>
        $"<th scope=\"col\"{rows}{Align(column)} style=\"{Head};{Side(column)}\">{Encode(column.Header.In(language))}</th>";

    private static void AppendBody(StringBuilder html, EvidenceTable table)
    {
        html.Append("<tbody>\n");
        LocalizedText? section = null;
        foreach (var row in table.Content.Rows)
        {
            if (row.Section != section)
            {
                html.Append(row == table.Content.Rows[0] ? "" : "</tbody>\n<tbody>\n");
            }

            if (row.Section is { } next && next != section)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"rowgroup\" colspan=\"{table.Content.Columns.Count}\" align=\"left\" style=\"{Cell};padding:.75em 0 .25em;text-align:left\">")
                    .Append(Encode(next.In(table.Language))).Append("</th></tr>\n");
            }

            section = row.Section;
            AppendRow(html, table, row);
        }

        html.Append("</tbody>\n");
    }

    private static void AppendRow(StringBuilder html, EvidenceTable table, TableRow row)
    {
        html.Append("<tr>");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            AppendCell(html, row.Cells[i], table.Content.Columns[i], row.IsTotal, table.Language);
        }

        html.Append("</tr>\n");
    }

    private static void AppendCell(StringBuilder html, TableCell cell, TableColumn column, bool isTotal, Language language)
    {
        var (open, close) = column.IsRowHeader ? ("th scope=\"row\"", "th") : ("td", "td");
        var weight = isTotal ? "bold" : "normal";
        html.Append(CultureInfo.InvariantCulture, $"<{open}{Align(column)} style=\"{Cell};{Side(column)}{Room(column)};font-weight:{weight}\">");
        html.Append(CultureInfo.InvariantCulture, $"{Content(cell, language)}</{close}>");
    }

    private static string Content(TableCell cell, Language language)
    {
        var text = Encode(cell.In(language));
        text = cell.ShownSymbol is { } symbol
            ? $"<abbr style=\"text-decoration:none\" title=\"{Encode(symbol.Meaning().In(language))}\">{text}</abbr>"
            : cell.Address is { } address ? $"<a href=\"{Encode(address)}\">{text}</a>" : text;
        return cell.Marks.Length > 0 ? $"{text}<sup style=\"{Hanging}\">{Encode(cell.Marks)}</sup>" : text;
    }

    private static void AppendNotes(StringBuilder html, EvidenceTable table)
    {
        foreach (var note in table.Notes)
        {
            var mark = note.Mark.Length > 0 ? $"<sup>{Encode(note.Mark)}</sup> " : "";
            var code = note.Code is null ? "" : $" <code>{Encode(note.Code)}</code>";
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Small}\">{mark}{Encode(note.Text.In(table.Language))}{code}</p>\n");
        }

        if (table.SourceLine is { } source)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Small}\">{Encode(source)}</p>\n");
        }
    }

    private static string Align(TableColumn column) => column.IsNumeric ? " align=\"right\"" : " align=\"left\"";

    private static string Side(TableColumn column) => column.IsNumeric ? "padding:.25em .75em;text-align:right" : "padding:.25em .75em .25em 0;text-align:left";

    /// <summary>Numbers never break over lines; row labels get room enough not to break at every word.</summary>
    private static string Room(TableColumn column) => column.IsNumeric ? ";white-space:nowrap" : column.IsRowHeader ? ";min-width:9em" : "";
}
