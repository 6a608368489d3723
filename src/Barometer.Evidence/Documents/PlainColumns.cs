namespace Barometer.Evidence.Documents;

/// <summary>
/// A table's columns for spreadsheets: an interval becomes two columns, marks stand in a column of their own, and what has
/// no number has its symbol and nothing else.
/// </summary>
internal static class PlainColumns
{
    private static readonly LocalizedText Lower = new("nedre", "lower");
    private static readonly LocalizedText Upper = new("øvre", "upper");
    private static readonly LocalizedText Marks = new("Merknad", "Note");

    /// <summary>The headers.</summary>
    public static IReadOnlyList<string> Headers(EvidenceTable table)
    {
        var language = table.Language;
        var intervals = Intervals(table.Content);
        return
        [
            .. table.Content.Columns.SelectMany((column, i) => intervals.Contains(i)
                ? [$"{column.FullHeader.In(language)}, {Lower.In(language)}", $"{column.FullHeader.In(language)}, {Upper.In(language)}"]
                : new[] { column.FullHeader.In(language) }),
            .. HasMarks(table.Content) ? [Marks.In(language)] : Array.Empty<string>(),
        ];
    }

    /// <summary>The cells of a row, one for each header.</summary>
    public static IReadOnlyList<PlainCell> Cells(EvidenceTable table, TableRow row)
    {
        var intervals = Intervals(table.Content);
        return
        [
            .. row.Cells.SelectMany((cell, i) => intervals.Contains(i) ? Both(cell, table.Language) : [Of(cell, table.Language)]),
            .. HasMarks(table.Content) ? [new PlainCell(string.Join(",", row.Cells.Select(cell => cell.Marks).Where(marks => marks.Length > 0)))] : Array.Empty<PlainCell>(),
        ];
    }

    private static HashSet<int> Intervals(TableContent content) =>
        [.. Enumerable.Range(0, content.Columns.Count).Where(i => content.Rows.Any(row => row.Cells[i].Kind == TableCellKind.Interval))];

    private static bool HasMarks(TableContent content) => content.Rows.Any(row => row.Cells.Any(cell => cell.Marks.Length > 0));

    private static PlainCell[] Both(TableCell cell, Language language) => cell.Kind == TableCellKind.Interval
        ? [Rounded(cell.Value, cell.Decimals), Rounded(cell.Upper, cell.Decimals)]
        : [Of(cell, language), Of(cell, language)];

    private static PlainCell Of(TableCell cell, Language language) => cell.Kind switch
    {
        TableCellKind.Number => Rounded(cell.Value, cell.Decimals),
        TableCellKind.Percent => new PlainCell(null, Rounding.HalfAwayFromZero(cell.Value, cell.Decimals + 2), cell.Decimals, IsPercent: true),
        _ => new PlainCell(cell.In(language)),
    };

    private static PlainCell Rounded(double value, int decimals) => new(null, Rounding.HalfAwayFromZero(value, decimals), decimals);
}
/// <summary>A cell for a spreadsheet: words or a symbol, or a number with its decimals.</summary>
/// <param name="Text">The words; null for a number.</param>
/// <param name="Number">The number, rounded as it is shown.</param>
/// <param name="Decimals">The decimals it is shown with.</param>
/// <param name="IsPercent">Whether it is a share of one to be read as per cent.</param>
internal sealed record PlainCell(string? Text, decimal Number = 0, int Decimals = 0, bool IsPercent = false);
