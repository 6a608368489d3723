using System.Text.Json;

namespace Barometer.Evidence.Pack;

/// <summary>Reads what notebooks gave and numbers it: figures and tables apart, each from 1 in every chapter.</summary>
internal static class PackReader
{
    /// <summary>The releases of tables about files and about the pack itself; the method annex and the list of contents tell the same.</summary>
    private static readonly string[] NotExhibits = ["provenance", PackContents.Release];

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
            if (!json.TryGetProperty("table", out var table) || NotExhibits.Contains(json.GetProperty("release").GetProperty("id").GetString())
                || !seen.Add(FirstFile(json)))
            {
                continue;
            }

            var picture = Picture(json);
            var isFigure = picture is not null;
            var content = TableJson.Read(table);
            yield return new PackItem(
                isFigure ? Figure : Table,
                chapter,
                isFigure ? ++figures : ++tables,
                notebook.Name,
                exhibit.Cell,
                exhibit.CellId,
                Title(json, content),
                FirstFile(json),
                new EvidenceTable(content, Stamp(json.GetProperty("release")), Language(json)),
                picture);
        }
    }

    // A figure's title is the author's own where there is one, and its English is that of the English picture.
    private static LocalizedText Title(JsonElement json, TableContent content) => new(
        json.GetProperty("title").GetString()!,
        English(json) is { } english ? english.GetProperty("title").GetString()! : content.Title.En);

    private static PackPicture? Picture(JsonElement json)
    {
        if (!json.TryGetProperty("figure", out var figure))
        {
            return null;
        }

        var (picture, alt) = (File(json, figure), figure.GetProperty("alt").GetString()!);
        return English(json) is { } english
            ? new PackPicture(picture, File(english, english), new LocalizedText(alt, english.GetProperty("text").GetString()!))
            : new PackPicture(picture, picture, new LocalizedText(alt, alt));
    }

    private static JsonElement? English(JsonElement json) =>
        json.TryGetProperty("translation", out var translation) && translation.GetProperty("language").GetString() == "en" ? translation : null;

    private static string FirstFile(JsonElement json) => json.GetProperty("files")[0].GetProperty("name").GetString()!;

    private static byte[] File(JsonElement json, JsonElement named) => json.GetProperty("files").EnumerateArray()
        .First(file => file.GetProperty("name").ValueEquals(named.GetProperty("picture").GetString())).GetProperty("base64").GetBytesFromBase64();

    private static Language Language(JsonElement json) => json.GetProperty("language").GetString() == "en" ? Analysis.Language.En : Analysis.Language.Nb;

    private static ReleaseStamp Stamp(JsonElement release) => new(
        release.GetProperty("id").GetString()!,
        release.GetProperty("policy").GetString()!,
        release.GetProperty("survey").GetString()!,
        release.GetProperty("synthetic").GetBoolean());
}
