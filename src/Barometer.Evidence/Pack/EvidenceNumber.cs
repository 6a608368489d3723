using System.Globalization;

namespace Barometer.Evidence.Pack;

/// <summary>One number of a figure or table.</summary>
/// <param name="Id">Its id: release, variable, answer and group.</param>
/// <param name="Value">The number; null when it may not be shown or is missing. Shares are 0–1.</param>
internal sealed record EvidenceNumber(string Id, decimal? Value)
{
    /// <summary>The lower confidence limit.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper confidence limit.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The confidence level, 0–1.</summary>
    public decimal? Level { get; init; }

    /// <summary>The number of answers.</summary>
    public decimal? Respondents { get; init; }

    /// <summary>Whether the number is a share, told in per cent or percentage points: a hundred times its value.</summary>
    public bool IsPercent { get; init; }

    /// <summary>«published», or the standard symbol in its place.</summary>
    public string Status { get; init; } = "published";

    /// <summary>What it is of.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The unit, of whom, and the year.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether it is made of synthetic answers.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The numbers of a table in its order: of its estimates, of figures that others published, or else of its cells.</summary>
    public static IEnumerable<EvidenceNumber> Of(EvidenceTable table)
    {
        var numbers = table.Content.Data switch
        {
            { } data when data.Columns.Contains("estimate") => data.Rows.Select(row => OfEstimate(table, new TidyRow(data, row))),
            { } data when data.Columns.Contains("printed_nb") => data.Rows.Select(row => OfPublished(new TidyRow(data, row))),
            _ => OfCells(table.Content),
        };
        return numbers.Select(number => number with { IsSynthetic = table.Stamp.IsSynthetic });
    }

    /// <summary>A part of the number as it is told: shares in per cent.</summary>
    public decimal? Told(decimal? part) => IsPercent ? part * 100 : part;

    private static EvidenceNumber OfEstimate(EvidenceTable table, TidyRow row)
    {
        var content = table.Content;
        var answer = row["code"].Length > 0 ? "=" + row["code"] : "";
        var groups = content.Data!.Columns.TakeWhile(column => column != "group_nb").Select(column => row[column]).Where(code => code.Length > 0).ToArray();
        var group = groups.Length > 0 ? "@" + string.Join('+', groups) : "";
        var who = row["group_nb"].Length > 0 ? $"{row["outcome_nb"]}, {row["group_nb"]}" : row["outcome_nb"];
        return new EvidenceNumber($"{table.Stamp.Id}/{row["variable"]}{answer}{group}", row.Number("estimate"))
        {
            Lower = row.Number("ci_lower"),
            Upper = row.Number("ci_upper"),
            Level = row.Number("ci_level"),
            Respondents = row.Number("n"),
            IsPercent = content.Unit?.Nb.Contains("prosent", StringComparison.OrdinalIgnoreCase) ?? row["measure"] == "share",
            Status = row["status"].Length > 0 ? row["status"] : "published",
            Definition = $"{content.Title.Nb}: {who}",
            Unit = content.Unit?.Nb ?? "",
        };
    }

    private static EvidenceNumber OfPublished(TidyRow row) => new($"published/{row["id"]}", row.Number("value"))
    {
        Respondents = row.Number("n"),
        IsPercent = row["unit"] == "share",
        Definition = $"{row["whose_nb"]}: {row["indicator_nb"]} ({row["printed_nb"]})",
        Unit = row["unit"],
    };

    private static IEnumerable<EvidenceNumber> OfCells(TableContent content)
    {
        for (var r = 0; r < content.Rows.Count; r++)
        {
            for (var c = 0; c < content.Columns.Count; c++)
            {
                var (row, column, cell) = (content.Rows[r], content.Columns[c], content.Rows[r].Cells[c]);
                if (column.IsNumeric && cell.Kind != TableCellKind.Text)
                {
                    var label = string.Join(", ", new[] { row.Section?.Nb, row.Cells[0].In(Language.Nb), column.Header.Nb }.OfType<string>());
                    yield return OfCell(FormattableString.Invariant($"{content.Id}/{column.Id}/{r + 1}"), cell) with
                    {
                        Definition = $"{content.Title.Nb}: {label}",
                        Unit = content.Unit?.Nb ?? "",
                    };
                }
            }
        }
    }

    // Numbers are rounded as the cell shows them; a share of one has two decimals more than its per cents.
    private static EvidenceNumber OfCell(string id, TableCell cell) => cell.Kind switch
    {
        TableCellKind.Symbol => new(id, null) { Status = cell.Standard.Sign() },
        TableCellKind.Interval => new(id, null)
        {
            Lower = Rounding.HalfAwayFromZero(cell.Value, cell.Decimals),
            Upper = Rounding.HalfAwayFromZero(cell.Upper, cell.Decimals),
        },
        TableCellKind.Percent => new(id, Rounding.HalfAwayFromZero(cell.Value, cell.Decimals + 2)) { IsPercent = true },
        _ => new(id, Rounding.HalfAwayFromZero(cell.Value, cell.Decimals)),
    };

    /// <summary>A row of tidy data by the names of its columns.</summary>
    private sealed class TidyRow(TidyData data, IReadOnlyList<string> fields)
    {
        public string this[string column] => data.Columns.ToList().IndexOf(column) is var i and >= 0 ? fields[i] : "";

        public decimal? Number(string column) =>
            decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
