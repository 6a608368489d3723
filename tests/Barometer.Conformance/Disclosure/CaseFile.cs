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
