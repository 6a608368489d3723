using System.Text.Json;
using Barometer.Analysis;
using Barometer.Analysis.Anonymity;
using Barometer.Evidence.Artifacts;
using Barometer.Evidence.Tables;

namespace Barometer.Evidence.Pack;

/// <summary>Reads what notebooks gave and numbers it: figures and tables apart, each from 1 in every chapter.</summary>
internal static class PackReader
{
    /// <summary>The release of tables about files and rules, which the method annex tells once for all notebooks.</summary>
    private const string Provenance = "provenance";

    private static readonly LocalizedText Figure = new("Figur", "Figure");
    private static readonly LocalizedText Table = new("Tabell", "Table");

    /// <summary>The chapters that have something to show, with their figures and tables.</summary>
    public static IReadOnlyList<(PackNotebook Notebook, IReadOnlyList<PackItem> Items)> Read(IReadOnlyList<PackNotebook> notebooks)
    {
        var chapters = new List<(PackNotebook, IReadOnlyList<PackItem>)>();
        foreach (var notebook in notebooks)
        {
            var items = Items(notebook, chapters.Count + 1).ToList();
            if (items.Count > 0)
            {
                chapters.Add((notebook, items));
            }
        }

        return chapters;
    }

    private static IEnumerable<PackItem> Items(PackNotebook notebook, int chapter)
    {
        var (figures, tables) = (0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var exhibit in notebook.Exhibits)
        {
            using var document = JsonDocument.Parse(exhibit.Bundle);
            var json = document.RootElement;
            if (!json.TryGetProperty("table", out var table) || json.GetProperty("release").GetProperty("id").GetString() == Provenance
                || !seen.Add(FirstFile(json)))
            {
                continue;
            }

            var isFigure = json.TryGetProperty("figure", out var figure);
            yield return new PackItem(
                isFigure ? Figure : Table,
                chapter,
                isFigure ? ++figures : ++tables,
                notebook.Name,
                exhibit.Cell,
                exhibit.CellId,
                json.GetProperty("title").GetString()!,
                FirstFile(json),
                new EvidenceTable(TableJson.Read(table), Stamp(json.GetProperty("release")), Language(json)),
                isFigure ? File(json, figure.GetProperty("picture").GetString()!) : null,
                isFigure ? figure.GetProperty("alt").GetString()! : "");
        }
    }

    private static string FirstFile(JsonElement json) => json.GetProperty("files")[0].GetProperty("name").GetString()!;

    private static byte[] File(JsonElement json, string name) => json.GetProperty("files").EnumerateArray()
        .First(file => file.GetProperty("name").GetString() == name).GetProperty("base64").GetBytesFromBase64();

    private static Language Language(JsonElement json) => json.GetProperty("language").GetString() == "en" ? Analysis.Language.En : Analysis.Language.Nb;

    private static ReleaseStamp Stamp(JsonElement release) => new(
        release.GetProperty("id").GetString()!,
        release.GetProperty("policy").GetString()!,
        release.GetProperty("survey").GetString()!,
        release.GetProperty("synthetic").GetBoolean());
}
