using System.Globalization;
using System.Text.Json;
using Sylvan.Data.Csv;

namespace Barometer.Conformance.Disclosure;

/// <summary>Reads the files of a case.</summary>
internal static class CaseFile
{
    /// <summary>The rows of a CSV file, each a dictionary by column name.</summary>
    public static List<Dictionary<string, string>> Rows(string path)
    {
        using var reader = CsvDataReader.Create(path, new CsvDataReaderOptions { Culture = CultureInfo.InvariantCulture });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row.Add(reader.GetName(i), reader.GetString(i));
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A JSON file.</summary>
    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    /// <summary>A whole number.</summary>
    public static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A whole number as text.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number; «NA» is zero.</summary>
    public static double Number(string text) => text == "NA" ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A suppression pattern as a file: table, cell, key, suppressed.</summary>
internal sealed class PatternFile
{
    private PatternFile(bool[] published, IReadOnlyList<int> mixed)
    {
        Published = published;
        MixedKeys = mixed;
    }

    /// <summary>For each cell of the system whether any table shows it.</summary>
    public bool[] Published { get; }

    /// <summary>The keys that one table shows and another hides.</summary>
    public IReadOnlyList<int> MixedKeys { get; }

    /// <summary>Reads a pattern.</summary>
    public static PatternFile Read(MatrixCase of, string path)
    {
        var published = new bool[of.Keys.Count];
        var hidden = new bool[of.Keys.Count];
        foreach (var row in CaseFile.Rows(path))
        {
            var cell = of.CellOf(CaseFile.Whole(row["key"]));
            (row["suppressed"] == "1" ? hidden : published)[cell] = true;
        }

        return new PatternFile(published, [.. of.Keys.Where((_, cell) => published[cell] && hidden[cell])]);
    }

    /// <summary>Writes a pattern.</summary>
    public static void Write(MatrixCase of, bool[] published, string path)
    {
        var lines = of.Cells.Select(cell =>
            $"{Quoted(cell["table"])},{cell["cell"]},{cell["key"]},{(published[of.CellOf(CaseFile.Whole(cell["key"]))] ? 0 : 1)}");
        File.WriteAllText(path, "table,cell,key,suppressed\n" + string.Join('\n', lines) + "\n");
    }

    private static string Quoted(string text) =>
        text.Contains(',', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal)
            ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : text;
}
