using Sylvan.Data.Csv;

namespace Barometer.Evidence.Tests.Published;

/// <summary>The repository's published data, as copied beside the tests.</summary>
internal static class PublishedFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data", "published");

    public static string Figures { get; } = Path.Combine(Folder, "figures.csv");

    public static PublishedRegistry Registry { get; } = PublishedRegistry.Read(Figures);

    /// <summary>The transcription as it was made, one dictionary a row.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var csv = CsvDataReader.Create(Path.Combine(Folder, file), new CsvDataReaderOptions { Delimiter = ',' });
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        }

        return rows;
    }
}
