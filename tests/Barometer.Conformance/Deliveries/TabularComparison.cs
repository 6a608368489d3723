using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Barometer.Conformance.Deliveries;

/// <summary>Compares a workbook or text file with the form «The JSON of an .xlsx, .csv or .tsv».</summary>
internal static class TabularComparison
{
    /// <summary>Compares how the file is written, its headings and, turned into canonical words, its columns.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="table">The file.</param>
    /// <param name="expected">What it holds.</param>
    /// <param name="canonical">The folder with <c>codes.json</c>.</param>
    /// <param name="differences">Takes what differs.</param>
    public static void Compare(string path, DeliveredTable table, JsonElement expected, string canonical, Differences differences)
    {
        if (table is DelimitedTable text)
        {
            CompareText(path, text, expected, differences);
        }
        else if (table is ExcelTable book)
        {
            CompareBook(book, expected, differences);
        }

        var columns = expected.GetProperty("columns").EnumerateArray().ToList();
        differences.EqualLists(
            "headers", [.. columns.Select(column => column.GetProperty("header").GetString())], [.. table.Columns.Select((column, i) => Header(column, i < columns.Count ? columns[i].GetProperty("header").GetString() : null))]);
        if (columns.Count != table.Columns.Count)
        {
            return;
        }

        var words = CanonicalWords.Read(Path.Combine(canonical, "codes.json"));
        var summaries = table.Columns.Select(column => new ColumnSummary(column)).ToList();
        var texts = table.Columns.Select(column => new ColumnSummary(column)).ToList();
        var (first, row) = (new List<string[]>(), new string[columns.Count]);
        var (lowest, highest) = (new string?[columns.Count], new string?[columns.Count]);
        using var rows = table.Rows();
        while (rows.Read())
        {
            for (var i = 0; i < columns.Count; i++)
            {
                summaries[i].Add(rows[i]);
                row[i] = words.Of(columns[i].GetProperty("variable").GetString()!, rows[i]);
                texts[i].AddText(row[i]);
                if (!rows[i].IsEmpty)
                {
                    lowest[i] = lowest[i] is { } low && string.CompareOrdinal(low, row[i]) <= 0 ? low : row[i];
                    highest[i] = highest[i] is { } high && string.CompareOrdinal(high, row[i]) >= 0 ? high : row[i];
                }
            }

            if (first.Count < 3)
            {
                first.Add([.. row]);
            }
        }

        differences.Equal("rows", expected.GetProperty("rows").GetInt64(), rows.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            CompareColumn(columns[i], summaries[i], texts[i].Digest, lowest[i], highest[i], differences);
        }

        if (expected.TryGetProperty("first_rows", out var firstRows))
        {
            for (var i = 0; i < Math.Min(first.Count, firstRows.GetArrayLength()); i++)
            {
                differences.EqualLists(FormattableString.Invariant($"row {i + 1}"), [.. firstRows[i].EnumerateArray().Select(cell => cell.ToString())], first[i]);
            }
        }
    }

    // Of headings in several rows a file may name one.
    private static string? Header(DeliveredColumn column, string? expected) =>
        expected is not null && (expected == column.Label || column.Name.Split(" – ").Contains(expected)) ? expected : column.Name;

    private static void CompareText(string path, DelimitedTable table, JsonElement expected, Differences differences)
    {
        var form = table.Writing;
        if (expected.TryGetProperty("encoding", out var encoding))
        {
            CompareEncoding(path, encoding.GetString()!, form.Encoding.Encoding, differences);
        }

        Equal("byte_order_mark", form.Encoding.MarkLength > 0 ? "True" : "False");
        Equal("delimiter", form.Separator.Separator.ToString());
        Equal("quote", form.Separator.Quote.ToString());
        Equal("line_end", form.Separator.LineEnd.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
        Equal("skip_lines", form.Separator.SkippedLines.ToString(CultureInfo.InvariantCulture));
        if (table.Findings.Any(finding => finding.What == "decimal mark"))
        {
            Equal("decimal", form.DecimalMark.ToString());
        }

        if (table.Columns.FirstOrDefault(column => column.Kind is ValueKind.Date or ValueKind.DateTime) is { } date)
        {
            Equal("date", date.Format!);
        }

        void Equal(string name, string got)
        {
            if (expected.TryGetProperty(name, out var told) && told.ValueKind != JsonValueKind.Null)
            {
                differences.Equal(name, told.ToString(), got);
            }
        }
    }

    private static void CompareBook(ExcelTable table, JsonElement expected, Differences differences)
    {
        if (expected.TryGetProperty("sheet", out var sheet))
        {
            differences.Equal("sheet", sheet.GetString(), table.Sheet);
        }

        if (expected.TryGetProperty("sheets", out var sheets))
        {
            differences.EqualLists("sheets", [.. sheets.EnumerateArray().Select(one => one.GetString()!)], [.. table.Sheets]);
        }

        if (expected.TryGetProperty("header_row", out var header))
        {
            // One row, or the list of those the headings take.
            var told = header.ValueKind == JsonValueKind.Array ? header.EnumerateArray().Select(one => one.GetInt32()).ToList() : [header.GetInt32()];
            differences.Equal("header_row", true, told.TrueForAll(row => row > table.Headings.FirstRow && row < table.FirstDataRow));
        }

        if (expected.TryGetProperty("first_data_row", out var first))
        {
            differences.Equal("first_data_row", first.GetInt32(), table.FirstDataRow);
        }
    }

    private static void CompareColumn(JsonElement expected, ColumnSummary got, string digest, string? lowest, string? highest, Differences differences)
    {
        var at = expected.GetProperty("variable").GetString()!;
        foreach (var property in expected.EnumerateObject())
        {
            var what = $"{at} {property.Name}";
            switch (property.Name)
            {
                case "n_empty":
                    differences.Equal(what, property.Value.GetInt64(), got.Empty);
                    break;
                case "canonical_sha256":
                case "values_sha256":
                    differences.Equal(what, property.Value.GetString(), digest);
                    break;
                case "sum":
                    differences.Near(what, property.Value.GetDouble(), got.Total);
                    break;
                case "sum_of_squares":
                    differences.Near(what, property.Value.GetDouble(), got.Squares);
                    break;
                case "first":
                    differences.Equal(what, property.Value.ToString(), lowest);
                    break;
                case "last":
                    differences.Equal(what, property.Value.ToString(), highest);
                    break;
            }
        }
    }

    // Another encoding is the same when all bytes of the file are the same letters in both.
    private static void CompareEncoding(string path, string name, Encoding got, Differences differences)
    {
        var expected = name switch
        {
            "utf-16-le" or "utf-16" => Encoding.Unicode,
            "utf-16-be" => Encoding.BigEndianUnicode,
            _ => SpssText.Named(name),
        };
        var bytes = File.ReadAllBytes(path);
        var isSame = expected is not null && (expected.CodePage == got.CodePage || expected.GetString(bytes) == got.GetString(bytes));
        differences.Equal("encoding", name, isSame ? name : got.WebName);
    }
}

/// <summary>What codes and labels are in canonical words, by variable.</summary>
internal sealed class CanonicalWords
{
    private readonly Dictionary<(string Variable, string Told), string> _words = [];

    /// <summary>Reads <c>codes.json</c>.</summary>
    public static CanonicalWords Read(string path)
    {
        var words = new CanonicalWords();
        foreach (var variable in JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray())
        {
            var name = variable.GetProperty("name").GetString()!;
            foreach (var list in new[] { "codes", "user_missing" })
            {
                if (variable.TryGetProperty(list, out var codes))
                {
                    foreach (var code in codes.EnumerateArray())
                    {
                        words._words[(name, code[0].ToString())] = code[1].GetString()!;
                        words._words[(name, code[2].GetString()!)] = code[1].GetString()!;
                    }
                }
            }
        }

        return words;
    }

    /// <summary>The canonical word of a value; the value itself where the list has no word for it.</summary>
    public string Of(string variable, DeliveredValue value)
    {
        var told = value.ToString();
        return _words.GetValueOrDefault((variable, told), told);
    }
}
