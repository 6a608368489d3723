using System.Globalization;
using System.Text.Json;

namespace Barometer.Conformance.Deliveries;

/// <summary>Compares an SPSS file with the form «The JSON of a .sav, .zsav or .por». What the form doesn't say of a file is not compared.</summary>
internal static class SpssComparison
{
    private const int FirstRows = 3;

    /// <summary>Compares container, variables and values.</summary>
    public static void Compare(DeliveredTable table, JsonElement expected, Differences differences)
    {
        if (expected.TryGetProperty("container", out var container) && table is SavTable sav)
        {
            CompareContainer(sav, container, differences);
        }

        var variables = expected.GetProperty("variables").EnumerateArray().ToList();
        differences.Equal("number of variables", variables.Count, table.Columns.Count);
        if (variables.Count != table.Columns.Count)
        {
            return;
        }

        for (var i = 0; i < variables.Count; i++)
        {
            CompareVariable((SpssColumn)table.Columns[i], variables[i], differences);
        }

        CompareRows(table, expected, variables, differences);
    }

    private static void CompareContainer(SavTable table, JsonElement expected, Differences differences)
    {
        Text("signature", table.Header.Signature);
        Text("compression", table.Header.Compression.ToString().ToLowerInvariant());
        Text("byte_order", table.BigEndian ? "big" : "little");
        Text("encoding_from", table.Text.Source);
        Text("weight", table.Dictionary.Weight);
        Text("file_label", table.Dictionary.FileLabel);
        if (expected.TryGetProperty("encoding", out var encoding))
        {
            differences.Equal("encoding", SpssText.Named(encoding.GetString()!)?.WebName ?? encoding.GetString(), table.Text.Encoding.WebName);
        }

        if (expected.TryGetProperty("declared_rows", out var rows))
        {
            differences.Equal("declared_rows", rows.GetInt64(), table.DeclaredRows ?? -1);
        }

        if (expected.TryGetProperty("extension_records", out var records))
        {
            differences.EqualLists("extension_records", [.. records.EnumerateArray().Select(one => one.GetInt32())], [.. table.ExtensionRecords]);
        }

        List("documents", table.Dictionary.Documents);
        List("file_attributes", [.. table.Dictionary.Attributes.Select(attribute => attribute.ToString())]);
        List("multiple_response_sets", [.. table.Dictionary.MultipleResponseSets.Select(set => table.Text.Encoding.GetString(set.ToBytes(table.Text.Encoding)))]);

        void Text(string name, string? got)
        {
            if (expected.TryGetProperty(name, out var text))
            {
                differences.Equal(name, text.GetString(), got);
            }
        }

        void List(string name, IReadOnlyList<string> got)
        {
            if (expected.TryGetProperty(name, out var list))
            {
                var texts = list.EnumerateArray().Select(one => one.GetString()!).ToList();
                differences.EqualLists(name, name == "file_attributes" ? [string.Concat(texts)] : texts, name == "file_attributes" ? [string.Concat(got)] : got);
            }
        }
    }

    private static void CompareVariable(SpssColumn column, JsonElement expected, Differences differences)
    {
        var at = expected.GetProperty("name").GetString()!;
        differences.Equal("name", at, column.Name);
        Text("short_name", column.ShortName);
        Text("label", column.Label);
        Text("type", column.Kind == ValueKind.Text ? "string" : "numeric");
        Text("format", column.Format);
        Text("kind", column.Kind == ValueKind.Text ? "string" : column.Kind.ToString().ToLowerInvariant());
        Text("measure", column.Measure?.ToString().ToLowerInvariant());
        Text("alignment", column.Alignment == SpssAlignment.Centre ? Centre(expected) : column.Alignment?.ToString().ToLowerInvariant());
        Text("role", column.Role?.ToString().ToLowerInvariant());
        Text("attributes", column.Attributes.Count == 0 ? null : string.Concat(column.Attributes));
        if (expected.TryGetProperty("width_bytes", out var width))
        {
            differences.Equal($"{at} width_bytes", width.GetInt32(), column.Width);
        }

        // haven names no width of 8, the usual one, in portable files.
        if (expected.TryGetProperty("display_width", out var display) && (display.ValueKind != JsonValueKind.Null || expected.TryGetProperty("width_bytes", out _) || column.DisplayWidth != 8))
        {
            differences.Equal($"{at} display_width", display.ValueKind == JsonValueKind.Null ? null : display.GetInt32(), column.DisplayWidth);
        }

        var labels = expected.GetProperty("value_labels").EnumerateArray().Select(pair => Told(pair[0]) + " = " + pair[1].GetString()).Order(StringComparer.Ordinal).ToList();
        differences.EqualLists($"{at} value_labels", labels, [.. column.ValueLabels.Select(label => Told(label.Value) + " = " + label.Label).Order(StringComparer.Ordinal)]);
        differences.EqualLists(
            $"{at} missing_values", [.. expected.GetProperty("missing_values").EnumerateArray().Select(Told)], [.. column.Missing.Single.Select(Told)]);
        var range = expected.GetProperty("missing_range");
        differences.Equal(
            $"{at} missing_range",
            range.ValueKind == JsonValueKind.Null ? null : $"{Told(range[0])} to {Told(range[1])}",
            column.Missing.Range is { } got ? $"{Told(got.Low)} to {Told(got.High)}" : null);

        void Text(string name, string? got)
        {
            if (expected.TryGetProperty(name, out var text))
            {
                differences.Equal($"{at} {name}", text.GetString(), got);
            }
        }
    }

    private static void CompareRows(DeliveredTable table, JsonElement expected, List<JsonElement> variables, Differences differences)
    {
        var summaries = table.Columns.Select(column => new ColumnSummary(column)).ToList();
        var first = new List<DeliveredValue[]>();
        using var rows = table.Rows();
        while (rows.Read())
        {
            for (var i = 0; i < summaries.Count; i++)
            {
                summaries[i].Add(rows[i]);
            }

            if (first.Count < FirstRows)
            {
                first.Add([.. Enumerable.Range(0, summaries.Count).Select(i => rows[i])]);
            }
        }

        differences.Equal("rows", expected.GetProperty("rows").GetInt64(), rows.Count);
        for (var i = 0; i < variables.Count; i++)
        {
            CompareSummary(table.Columns[i], summaries[i], variables[i], differences);
            CompareIso(table.Columns[i], variables[i], [.. first.Select(row => row[i])], differences);
            summaries[i].Dispose();
        }

        if (expected.TryGetProperty("first_rows", out var firstRows))
        {
            CompareFirst(table, firstRows, first, differences);
        }
    }

    private static void CompareSummary(DeliveredColumn column, ColumnSummary got, JsonElement expected, Differences differences)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var what = $"{column.Name} {property.Name}";
            switch (property.Name)
            {
                case "n_system_missing" when column.Kind != ValueKind.Text:
                case "n_blank":
                    differences.Equal(what, property.Value.GetInt64(), got.Empty);
                    break;
                case "n_user_missing":
                    differences.Equal(what, property.Value.GetInt64(), got.UserMissing);
                    break;
                case "n_valid":
                    differences.Equal(what, property.Value.GetInt64(), got.Valid);
                    break;
                case "sum":
                    differences.Near(what, Number(property.Value), got.Total);
                    break;
                case "sum_of_squares":
                    differences.Near(what, Number(property.Value), got.Squares);
                    break;
                case "sum_with_user_missing":
                    differences.Near(what, Number(property.Value), got.TotalWithMissing);
                    break;
                case "sum_of_squares_with_user_missing":
                    differences.Near(what, Number(property.Value), got.SquaresWithMissing);
                    break;
                case "max_bytes":
                    differences.Equal(what, property.Value.GetInt32(), got.MaxBytes);
                    break;
                case "sha256":
                    differences.Equal(what, property.Value.GetString(), got.Digest);
                    break;
            }
        }
    }

    private static void CompareIso(DeliveredColumn column, JsonElement variable, IReadOnlyList<DeliveredValue> first, Differences differences)
    {
        if (variable.TryGetProperty("first_rows_iso", out var iso))
        {
            differences.EqualLists(
                $"{column.Name} first_rows_iso", [.. iso.EnumerateArray().Select(one => one.GetString())], [.. first.Select(Iso)]);
        }

        // A moment beyond the year 9999 has no form in the expected files.
        static string? Iso(DeliveredValue value) => value.IsEmpty || DeliveredTime.Moment(value.Number) is null ? null : value.ToString();
    }

    private static void CompareFirst(DeliveredTable table, JsonElement expected, List<DeliveredValue[]> first, Differences differences)
    {
        differences.Equal("number of first rows", expected.GetArrayLength(), first.Count);
        for (var row = 0; row < Math.Min(first.Count, expected.GetArrayLength()); row++)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var (told, got) = (expected[row][i], first[row][i]);
                var what = FormattableString.Invariant($"{table.Columns[i].Name} in row {row + 1}");
                if (told.ValueKind == JsonValueKind.Object)
                {
                    differences.Equal($"{what} characters", told.GetProperty("characters").GetInt32(), got.Text.EnumerateRunes().Count());
                    differences.Equal($"{what} start", true, got.Text.StartsWith(told.GetProperty("starts_with").GetString()!, StringComparison.Ordinal));
                }
                else
                {
                    differences.Equal(what, told.ValueKind == JsonValueKind.Null || told.ToString().Length == 0 ? "" : Told(told), got.IsEmpty ? "" : Told(got));
                }
            }
        }
    }

    private static string Centre(JsonElement expected) =>
        expected.TryGetProperty("alignment", out var told) && told.GetString() is "center" or "centre" ? told.GetString()! : "centre";

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString() switch { "Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.NaN }
        : value.GetDouble();

    // Numbers by their bits, texts as they are; the two never alike.
    private static string Told(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is not ("Inf" or "-Inf" or "NaN")
        ? $"'{value.GetString()}'"
        : Number(value).ToString("R", CultureInfo.InvariantCulture);

    private static string Told(DeliveredValue value) => value.IsText ? $"'{value.Text}'" : value.IsEmpty ? "''" : value.Number.ToString("R", CultureInfo.InvariantCulture);
}
