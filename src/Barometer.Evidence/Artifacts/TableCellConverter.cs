using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Evidence.Artifacts;

/// <summary>A cell as JSON: its kind and what that kind has.</summary>
internal sealed class TableCellConverter : JsonConverter<TableCell>
{
    /// <inheritdoc/>
    public override TableCell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        var cell = Enum.Parse<CellKind>(json.GetProperty("kind").GetString()!) switch
        {
            CellKind.Text => TableCell.Text(
                new LocalizedText(json.GetProperty("nb").GetString()!, json.GetProperty("en").GetString()!),
                json.TryGetProperty("address", out var address) ? address.GetString() : null),
            CellKind.Number => TableCell.Number(Value(json), Decimals(json)),
            CellKind.Percent => TableCell.Percent(Value(json), Decimals(json)),
            CellKind.Interval => TableCell.Interval(Value(json), json.GetProperty("upper").GetDouble(), Decimals(json)),
            _ => TableCell.Symbol(Enum.Parse<StandardSymbol>(json.GetProperty("symbol").GetString()!)),
        };
        return json.TryGetProperty("marks", out var marks) ? cell with { Marks = marks.GetString()! } : cell;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TableCell value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", value.Kind.ToString());
        if (value.Kind == CellKind.Text)
        {
            writer.WriteString("nb", value.Words!.Nb);
            writer.WriteString("en", value.Words.En);
        }
        else if (value.Kind == CellKind.Symbol)
        {
            writer.WriteString("symbol", value.Standard.ToString());
        }
        else
        {
            WriteNumber(writer, value);
        }

        if (value.Address is { } address)
        {
            writer.WriteString("address", address);
        }

        if (value.Marks.Length > 0)
        {
            writer.WriteString("marks", value.Marks);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, TableCell value)
    {
        writer.WriteNumber("value", value.Value);
        if (value.Kind == CellKind.Interval)
        {
            writer.WriteNumber("upper", value.Upper);
        }

        writer.WriteNumber("decimals", value.Decimals);
    }

    private static double Value(JsonElement json) => json.GetProperty("value").GetDouble();

    private static int Decimals(JsonElement json) => json.GetProperty("decimals").GetInt32();
}
