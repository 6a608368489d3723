using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Barometer.Evidence.Pack;

/// <summary>
/// Writes every number as JSON: its id, value, interval, answers and definition, and what made it. A number that may not be
/// shown has none, and says so.
/// </summary>
internal static class PackNumbers
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text.</summary>
    public static string Write(IReadOnlyList<PackItem> items, PackOrigin origin)
    {
        var digests = new DataDigests(origin.Data);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", "Innovasjonsbarometeret for staten 2018: tall");
            json.WriteStartObject("code");
            json.WriteString("version", typeof(Survey).Assembly.GetName().Version!.ToString(3));
            json.WriteString("commit", origin.Commit);
            json.WriteEndObject();
            json.WriteStartArray("numbers");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (item, number) in items.SelectMany(item => NumberReader.Read(item.Numbers), (item, number) => (item, number)))
            {
                if (seen.Add(number.Id))
                {
                    WriteNumber(json, item, number, digests.Of(item.Numbers.Stamp.Survey), origin);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteNumber(Utf8JsonWriter json, PackItem item, PackNumber number, string? digest, PackOrigin origin)
    {
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
        json.WriteString("exhibit", item.Label);
        json.WriteString("notebook", item.Notebook);
        json.WriteString("cell", item.CellId);
        json.WriteString("codeVersion", origin.Commit ?? typeof(Survey).Assembly.GetName().Version!.ToString(3));
        json.WriteString("dataHash", digest);
        json.WriteStartObject("release");
        json.WriteString("id", item.Numbers.Stamp.Id);
        json.WriteString("survey", item.Numbers.Stamp.Survey);
        json.WriteBoolean("synthetic", item.Numbers.Stamp.IsSynthetic);
        json.WriteString("policy", item.Numbers.Stamp.PolicyVersion);
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
}
