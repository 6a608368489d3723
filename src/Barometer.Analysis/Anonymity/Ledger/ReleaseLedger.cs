using System.Text;
using System.Text.Json;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// What has been released, over all notebooks: <c>data/releases/ledger.json</c>. It holds the identity and the status of every
/// cell, and no value, shown or suppressed. <c>barometer reproduce</c> writes it.
/// </summary>
public sealed class ReleaseLedger
{
    private readonly Dictionary<string, LedgerEntry> _entries;

    /// <summary>A ledger with these entries.</summary>
    /// <param name="entries">The entries, each with an id of its own.</param>
    /// <exception cref="BarometerException">Two entries have one id.</exception>
    public ReleaseLedger(IEnumerable<LedgerEntry> entries)
    {
        Entries = [.. entries.OrderBy(entry => entry.Notebook, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
        var twice = Entries.GroupBy(entry => entry.Id).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new BarometerException(new Problem(
                $"The release id «{twice.Key}» is used by {string.Join(" and ", twice.Select(entry => entry.Notebook))}",
                Expected: "an id of its own for every table, over all notebooks"));
        }

        _entries = Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>A ledger in which nothing has been released.</summary>
    public static ReleaseLedger Empty { get; } = new([]);

    /// <summary>The entries, by notebook and id.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>The entry of an id, or null.</summary>
    public LedgerEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>Reads a ledger; a file that isn't there is an empty one.</summary>
    /// <param name="path">The path of <c>ledger.json</c>.</param>
    /// <exception cref="BarometerException">The file is no ledger.</exception>
    public static ReleaseLedger Read(string path) => File.Exists(path) ? LedgerFile.Parse(File.ReadAllBytes(path), Path.GetFileName(path)) : Empty;

    /// <summary>Reads a ledger; nothing is an empty one.</summary>
    /// <param name="content">The bytes of <c>ledger.json</c>.</param>
    /// <param name="name">How messages call the file.</param>
    /// <exception cref="BarometerException">They are no ledger.</exception>
    public static ReleaseLedger Parse(byte[] content, string name) => content.Length == 0 ? Empty : LedgerFile.Parse(content, name);

    /// <summary>The ledger as text, one line a cell, the same for the same ledger.</summary>
    public string ToJson() => LedgerFile.Write(this);
}

/// <summary>A released table as the ledger knows it.</summary>
public sealed record LedgerEntry
{
    /// <summary>The release's id.</summary>
    public required string Id { get; init; }

    /// <summary>The notebook that releases it, without folder and ending; empty while it isn't known.</summary>
    public required string Notebook { get; init; }

    /// <summary>The survey's id.</summary>
    public required string Survey { get; init; }

    /// <summary>Whether it is made from synthetic answers.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>
    /// Whether it has been published. What is published stays as it is; a draft may be decided anew with the others.
    /// </summary>
    public bool IsPublished { get; init; }

    /// <summary>1, and one more each time another content is published under the id.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What is measured, and of whom: <c>share of statlige arbeidsplasser</c>.</summary>
    public required string About { get; init; }

    /// <summary>The digest of everything that is shown: see <see cref="TableDigest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>The cells, in the table's order.</summary>
    public required IReadOnlyList<LedgerCell> Cells { get; init; }

    /// <summary>Whether the other entry is about the same cells.</summary>
    public bool IsAboutTheSameAs(LedgerEntry other) => Survey == other.Survey && IsSynthetic == other.IsSynthetic && About == other.About
        && Cells.Select(cell => cell.About).SequenceEqual(other.Cells.Select(cell => cell.About));
}

/// <summary>One cell of a released table as the ledger knows it: what it is about and whether it is seen, never its value.</summary>
/// <param name="About">The quantity and the respondents it is of, for example <c>innovated=yes, agency_group=ministry</c>.</param>
/// <param name="Status">Whether it is seen, and if not, why.</param>
public sealed record LedgerCell(string About, CellStatus Status);

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
        CellStatus.Published => "published",
        CellStatus.Suppressed => "suppressed",
        CellStatus.Rounded => "rounded",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The status; «shown» and «hidden» are what earlier versions wrote, and a published entry stays as it was written.</summary>
    private static CellStatus Status(string name) => name switch
    {
        "published" or "shown" => CellStatus.Published,
        "suppressed" or "hidden" => CellStatus.Suppressed,
        "rounded" => CellStatus.Rounded,
        _ => throw new FormatException(),
    };
}
