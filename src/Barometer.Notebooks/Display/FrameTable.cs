using System.Collections;
using System.Globalization;
using System.Net;

namespace Barometer.Notebooks.Display;

/// <summary>
/// A data frame (Microsoft.Data.Analysis, found by its name) as a table. What its rows hold was computed by the cell, and whoever
/// runs notebooks judges a cell's code before it runs.
/// </summary>
internal static class FrameTable
{
    private const string FrameType = "Microsoft.Data.Analysis.DataFrame";
    private const int Most = 100;

    /// <summary>The table; null for anything else than a data frame.</summary>
    public static MimeBundle? Format(object value)
    {
        if (value.GetType().FullName != FrameType)
        {
            return null;
        }

        var columns = ((IEnumerable)value.GetType().GetProperty("Columns")!.GetValue(value)!).Cast<object>().ToList();
        string[] names = [.. columns.Select(column => (string)column.GetType().GetProperty("Name")!.GetValue(column)!)];
        string[][] cells = [.. columns.Select(column => ((IEnumerable)column).Cast<object?>().Take(Most + 1).Select(Text).ToArray())];
        var rows = Enumerable.Range(0, cells.Length == 0 ? 0 : Math.Min(Most, cells[0].Length)).Select(row => cells.Select(column => column[row]).ToArray()).ToList();
        var more = cells.Length > 0 && cells[0].Length > Most ? string.Create(CultureInfo.InvariantCulture, $"the first {Most} rows") : "";
        var text = string.Join('\n', rows.Prepend(names).Select(row => string.Join('\t', row)).Concat(more.Length > 0 ? [more] : []));
        return MimeBundle.OfText(text).With(MimeBundle.Html, $"<table>{Caption(more)}<thead>{Row("th", names)}</thead><tbody>{string.Concat(rows.Select(row => Row("td", row)))}</tbody></table>");
    }

    private static string Caption(string text) => text.Length > 0 ? $"<caption>{text}</caption>" : "";

    private static string Row(string tag, IEnumerable<string> cells) => $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";

    // Six digits, as other tools show of a frame: a share in sixteen is no easier to follow. The frame keeps them all.
    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        _ => PlainValue.TextOf(value) ?? "",
    };
}
