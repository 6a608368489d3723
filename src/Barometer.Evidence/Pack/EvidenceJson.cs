using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Barometer.Evidence.Pack;

/// <summary>
/// The pack's numbers as JSON, for programs: each with its id, value, interval, answers and definition, and what made it. One
/// that may not be shown has no number, and says so.
/// </summary>
internal static class EvidenceJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Each number with the first figure or table that has it.</summary>
    public static IEnumerable<(PackItem Item, EvidenceNumber Number)> Numbers(IEnumerable<PackItem> items) => items
        .SelectMany(item => EvidenceNumber.Of(item.Exhibit.Numbers), (item, number) => (item, number))
        .DistinctBy(one => one.number.Id, StringComparer.Ordinal);

    /// <summary>The text of <c>evidence.json</c>.</summary>
    public static string Write(IReadOnlyList<PackItem> items, PackOrigin origin)
    {
        var digests = new DataDigests(origin.Data);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", "Innovasjonsbarometeret for staten 2018: tall");
            json.WriteStartObject("code");
            json.WriteString("version", Version);
            json.WriteString("commit", origin.Commit);
            json.WriteEndObject();
            json.WriteStartArray("numbers");
            foreach (var (item, number) in Numbers(items))
            {
                Write(json, item, number, digests.Of(item.Exhibit.Stamp.Survey), origin);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Reads the numbers of an <c>evidence.json</c> that an earlier reproduction wrote, for whoever compares a text with them.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="BarometerException">It is something else.</exception>
    public static IReadOnlyDictionary<string, EvidenceNumber> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("numbers").EnumerateArray().Select(Number).ToDictionary(number => number.Id, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BarometerException(new Problem(
                "The numbers of the evidence pack can't be read", File: "artifacts/" + EvidencePack.NumbersFile, Hint: "barometer reproduce writes them"));
        }
    }

    private static string Version => typeof(Survey).Assembly.GetName().Version!.ToString(3);

    private static void Write(Utf8JsonWriter json, PackItem item, EvidenceNumber number, string? digest, PackOrigin origin)
    {
        var (exhibit, stamp) = (item.Exhibit, item.Exhibit.Stamp);
        json.WriteStartObject();
        json.WriteString("id", number.Id);
        WriteDecimal(json, "value", number.Value);
        WriteDecimal(json, "ciLower", number.Lower);
        WriteDecimal(json, "ciUpper", number.Upper);
        WriteDecimal(json, "ciLevel", number.Level);
        WriteDecimal(json, "n", number.Respondents);
        json.WriteBoolean("inPercent", number.IsPercent);
        json.WriteString("status", number.Status);
        json.WriteString("definition", number.Definition);
        json.WriteString("unit", number.Unit);
        json.WriteString("exhibit", item.Label.Nb);
        json.WriteString("notebook", exhibit.Notebook);
        json.WriteString("cell", exhibit.CellId);
        json.WriteString("codeVersion", origin.Commit ?? Version);
        json.WriteString("dataHash", digest);
        json.WriteStartObject("release");
        json.WriteString("id", stamp.Id);
        json.WriteString("survey", stamp.Survey);
        json.WriteBoolean("synthetic", stamp.IsSynthetic);
        json.WriteString("policy", stamp.PolicyVersion);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDecimal(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static EvidenceNumber Number(JsonElement json) => new(json.GetProperty("id").GetString()!, Decimal(json, "value"))
    {
        Lower = Decimal(json, "ciLower"),
        Upper = Decimal(json, "ciUpper"),
        Respondents = Decimal(json, "n"),
        IsPercent = json.GetProperty("inPercent").GetBoolean(),
        IsSynthetic = json.GetProperty("release").GetProperty("synthetic").GetBoolean(),
    };

    private static decimal? Decimal(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
