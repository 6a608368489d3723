using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Barometer.Evidence.Artifacts;

/// <summary>A table's content as JSON, for the way from the notebook that made it to the files of the evidence pack.</summary>
internal static class TableJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new TableCellConverter(), new JsonStringEnumConverter() },
    };

    /// <summary>Writes the content.</summary>
    public static void Write(Utf8JsonWriter json, TableContent content) => JsonSerializer.Serialize(json, content, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static TableContent Read(JsonElement json) =>
        json.Deserialize<TableContent>(Options) ?? throw new JsonException("A table is missing.");
}
