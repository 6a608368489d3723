using System.Globalization;

namespace Barometer.Evidence.Pack;

/// <summary>Finds the numbers of a table: of its estimates, of figures that others published, or else of its cells.</summary>
internal static class NumberReader
{
    /// <summary>The numbers in the table's order.</summary>
    public static IEnumerable<PackNumber> Read(EvidenceTable table) => table.Content.Data switch
    {
        { } data when data.Columns.Contains("estimate") => data.Rows.Select(row => OfEstimate(table, new TidyRow(data, row))),
        { } data when data.Columns.Contains("printed_nb") => data.Rows.Select(row => OfPublished(table, new TidyRow(data, row))),
        _ => OfCells(table),
    };

    private static PackNumber OfEstimate(EvidenceTable table, TidyRow row)
    {
        var answer = row["code"].Length > 0 ? "=" + row["code"] : "";
        var groups = table.Content.Data!.Columns.TakeWhile(column => column != "group_nb").Select(column => row[column]).Where(code => code.Length > 0).ToArray();
        var group = groups.Length > 0 ? "@" + string.Join('+', groups) : "";
        var who = row["group_nb"].Length > 0 ? $"{row["outcome_nb"]}, {row["group_nb"]}" : row["outcome_nb"];
        var status = row["status"];
        return new PackNumber(
            $"{table.Stamp.Id}/{row["variable"]}{answer}{group}",
            row.Number("estimate"),
            status.Length == 0 || status == "published" ? "published" : status,
            $"{table.Content.Title.Nb}: {who}",
            table.Content.Unit?.Nb ?? "")
        {
            Lower = row.Number("ci_lower"),
            Upper = row.Number("ci_upper"),
            Level = row.Number("ci_level"),
            Respondents = row.Number("n"),
            IsPercent = table.Content.Unit?.Nb.Contains("prosent", StringComparison.OrdinalIgnoreCase) ?? row["measure"] == "share",
        };
    }

    private static PackNumber OfPublished(EvidenceTable table, TidyRow row) => new(
        $"published/{row["id"]}", row.Number("value"), "published", $"{row["whose_nb"]}: {row["indicator_nb"]} ({row["printed_nb"]})", row["unit"])
    {
        Respondents = row.Number("n"),
        IsPercent = row["unit"] == "share",
    };

    private static IEnumerable<PackNumber> OfCells(EvidenceTable table)
    {
        var content = table.Content;
        for (var r = 0; r < content.Rows.Count; r++)
        {
            for (var c = 0; c < content.Columns.Count; c++)
            {
                var (row, column, cell) = (content.Rows[r], content.Columns[c], content.Rows[r].Cells[c]);
                if (column.IsNumeric && cell.Kind != CellKind.Text)
                {
                    var label = string.Join(", ", new[] { row.Section?.Nb, CellText.Of(row.Cells[0], Language.Nb), column.Header.Nb }.OfType<string>());
                    var id = FormattableString.Invariant($"{content.Id}/{column.Id}/{r + 1}");
                    yield return OfCell(id, cell, $"{content.Title.Nb}: {label}", content.Unit?.Nb ?? "");
                }
            }
        }
    }

    private static PackNumber OfCell(string id, TableCell cell, string definition, string unit) => cell.Kind switch
    {
        CellKind.Symbol => new PackNumber(id, null, cell.Standard.Sign(), definition, unit),
        CellKind.Interval => new PackNumber(id, null, "published", definition, unit)
        {
            Lower = Rounding.HalfAwayFromZero(cell.Value, cell.Decimals),
            Upper = Rounding.HalfAwayFromZero(cell.Upper, cell.Decimals),
        },
        _ => new PackNumber(id, Rounding.HalfAwayFromZero(cell.Value, cell.Decimals + (cell.Kind == CellKind.Percent ? 2 : 0)), "published", definition, unit)
        {
            IsPercent = cell.Kind == CellKind.Percent,
        },
    };

    /// <summary>A row of tidy data by the names of its columns.</summary>
    private sealed class TidyRow(TidyData data, IReadOnlyList<string> fields)
    {
        public string this[string column] => data.Columns.ToList().IndexOf(column) is var i and >= 0 ? fields[i] : "";

        public decimal? Number(string column) =>
            decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
