using System.Text;
using static System.FormattableString;

namespace Barometer.Evidence.Tables;

/// <summary>Writes a table's numbers as CSV: RFC 4180 quoting, line feeds, invariant numbers.</summary>
internal static class CsvTableWriter
{
    /// <summary>A ten-thousandth of a per cent: more decimals would differ between processors and say nothing.</summary>
    internal const int Decimals = 6;

    /// <summary>The CSV text, header first.</summary>
    public static string Write(EvidenceTable table)
    {
        var data = table.Content.Data ?? OfCells(table);
        var text = new StringBuilder();
        CsvLine.Append(text, ["release", "survey", "synthetic", .. data.Columns]);
        foreach (var row in data.Rows)
        {
            CsvLine.Append(text, [table.Stamp.Id, table.Stamp.Survey, table.Stamp.IsSynthetic ? "true" : "false", .. row]);
        }

        return text.ToString();
    }

    private static TidyData OfCells(EvidenceTable table)
    {
        var content = table.Content;
        var hasSections = content.Rows.Any(row => row.Section is not null);
        return new TidyData(
            [.. hasSections ? ["section"] : Array.Empty<string>(), .. content.Columns.Select(column => column.Id), "status"],
            [
                .. content.Rows.Select(row => (IReadOnlyList<string>)
                [
                    .. hasSections ? [row.Section?.In(table.Language) ?? ""] : Array.Empty<string>(),
                    .. row.Cells.Select(cell => Field(cell, table.Language)),
                    Status(row),
                ]),
            ]);
    }

    private static string Field(TableCell cell, Language language) => cell.Kind switch
    {
        TableCellKind.Text => cell.Words!.In(language),
        TableCellKind.Number or TableCellKind.Percent => Number(cell.Value),
        TableCellKind.Interval => Number(cell.Value) + "/" + Number(cell.Upper),
        _ => "",
    };

    private static string Status(TableRow row) => string.Join(' ', row.Cells
        .Where(cell => cell.Kind == TableCellKind.Symbol)
        .Select(cell => cell.Standard.Sign())
        .Distinct());

    /// <summary>A number of a file: at most <see cref="Decimals"/> decimals.</summary>
    internal static string Number(double value) =>
        Invariant($"{Rounding.HalfAwayFromZero(value, Decimals):0.######}");
}
