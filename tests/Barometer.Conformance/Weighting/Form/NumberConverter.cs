using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Conformance.Weighting.Form;

/// <summary>Numbers, and the texts <c>Inf</c>, <c>-Inf</c> and <c>NaN</c>, which JSON has no numbers for.</summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <summary>The number in a JSON value; null for null.</summary>
    public static double? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => Parse(element.GetString()!),
        _ => throw new FormException($"«{element}» is not a number."),
    };

    private static double Parse(string text) => text switch
    {
        "NaN" => double.NaN,
        "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => throw new FormException($"«{text}» is not a number."),
    };
}
