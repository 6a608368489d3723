using System.Text;
using System.Text.Json;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>The form of <c>ledger.json</c>: one line a cell, so that a difference can be read.</summary>
internal static class LedgerFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a ledger.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">How messages call the file.</param>
    public static ReleaseLedger Parse(byte[] content, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return new ReleaseLedger([.. json.RootElement.GetProperty("releases").EnumerateArray().Select(Entry)]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BarometerException(new Problem(
                "The ledger of releases can't be read",
                name,
                Hint: "restore it: «git checkout -- data/releases/ledger.json»; where nothing of it is published yet, delete it, and «barometer reproduce» writes a new one"));
        }
    }

    /// <summary>Writes a ledger.</summary>
    public static string Write(ReleaseLedger ledger)
    {
        var text = new StringBuilder("{\n  \"releases\": [");
        for (var i = 0; i < ledger.Entries.Count; i++)
        {
            var entry = ledger.Entries[i];
            text.Append(i == 0 ? "\n    {\n" : ",\n    {\n");
            Line("id", Text(entry.Id));
            Line("notebook", Text(entry.Notebook));
            Line("survey", Text(entry.Survey));
            Line("synthetic", entry.IsSynthetic ? "true" : "false");
            Line("state", entry.IsPublished ? "\"published\"" : "\"draft\"");
            Line("version", FormattableString.Invariant($"{entry.Version}"));
            Line("about", Text(entry.About));
            Line("digest", Text(entry.Digest));
            text.Append("      \"cells\": [\n");
            text.AppendJoin(",\n", entry.Cells.Select(cell => $"        [{Text(cell.About)}, {Text(Name(cell.Status))}]"));
            text.Append("\n      ]\n    }");
        }

        return text.Append(ledger.Entries.Count == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();

        void Line(string name, string value) => text.Append("      \"").Append(name).Append("\": ").Append(value).Append(",\n");
    }

    private static LedgerEntry Entry(JsonElement entry) => new()
    {
        Id = entry.GetProperty("id").GetString()!,
        Notebook = entry.GetProperty("notebook").GetString()!,
        Survey = entry.GetProperty("survey").GetString()!,
        IsSynthetic = entry.GetProperty("synthetic").GetBoolean(),
        IsPublished = entry.GetProperty("state").GetString() == "published",
        Version = entry.GetProperty("version").GetInt32(),
        About = entry.GetProperty("about").GetString()!,
        Digest = entry.GetProperty("digest").GetString()!,
        Cells = [.. entry.GetProperty("cells").EnumerateArray().Select(cell => new LedgerCell(cell[0].GetString()!, Status(cell[1].GetString()!)))],
    };

    private static string Text(string text) => JsonSerializer.Serialize(text, Plain);

    private static string Name(CellStatus status) => status switch
    {
        CellStatus.Published => "shown",
        CellStatus.Suppressed => "hidden",
        CellStatus.Rounded => "rounded",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static CellStatus Status(string name) => name switch
    {
        "shown" => CellStatus.Published,
        "hidden" => CellStatus.Suppressed,
        "rounded" => CellStatus.Rounded,
        _ => throw new FormatException(),
    };
}
