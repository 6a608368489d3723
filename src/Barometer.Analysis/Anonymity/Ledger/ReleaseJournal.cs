using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// Where sessions write down what they release while all notebooks are reproduced, so that the releases of all of them can
/// be decided on together. It names rows of the response table: it lives in a temporary folder as long as the run, and
/// nowhere else. The environment names the folder, because notebooks share nothing else with the program that runs them.
/// </summary>
internal sealed class ReleaseJournal
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "BAROMETER_JOURNAL";

    /// <summary>The folder of the reproduction that is under way; null when there is none.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The name of the ledger that the sessions are to follow, in the folder.</summary>
    public const string LedgerName = "ledger.json";

    private const string Ending = ".jsonl";

    private static readonly JsonSerializerOptions Form = new()
    {
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new RowSetConverter() },
    };

    private readonly string _path;

    private ReleaseJournal(string folder) => _path = Path.Combine(folder, Guid.NewGuid().ToString("N") + Ending);

    /// <summary>The journal of a new session; null when nobody asked for one.</summary>
    public static ReleaseJournal? Open() => Folder is { } folder ? new ReleaseJournal(folder) : null;

    /// <summary>The ledger that a session follows: that of the journal's folder, else that of the data.</summary>
    /// <param name="data">The data folder.</param>
    public static ReleaseLedger Ledger(string data)
    {
        var planned = Folder is { } folder ? Path.Combine(folder, LedgerName) : null;
        return ReleaseLedger.Read(planned is not null && File.Exists(planned) ? planned : Path.Combine(data, "releases", "ledger.json"));
    }

    /// <summary>The releases of each session that wrote to a folder.</summary>
    public static IReadOnlyList<IReadOnlyList<JournalEntry>> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*" + Ending)
            .Select(path => (IReadOnlyList<JournalEntry>)[.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<JournalEntry>(line, Form)!)])];

    /// <summary>Writes a release down.</summary>
    public void Add(JournalEntry entry) => File.AppendAllText(_path, JsonSerializer.Serialize(entry, Form) + "\n");

    private sealed class RowSetConverter : JsonConverter<RowSet>
    {
        public override RowSet Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<int[]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, RowSet value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Rows.ToArray(), options);
    }
}
