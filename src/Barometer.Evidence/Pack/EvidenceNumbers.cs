using System.Text.Json;

namespace Barometer.Evidence.Pack;

/// <summary>The numbers of an evidence pack by their ids, for whoever compares a text with them.</summary>
public static class EvidenceNumbers
{
    /// <summary>Reads <c>evidence.json</c>.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="BarometerException">It is something else.</exception>
    public static IReadOnlyDictionary<string, EvidenceNumber> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("numbers").EnumerateArray()
                .ToDictionary(number => number.GetProperty("id").GetString()!, Number, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BarometerException(new Problem(
                "The numbers of the evidence pack can't be read", File: "artifacts/" + PackNames.Numbers, Hint: "barometer reproduce writes them"));
        }
    }

    private static EvidenceNumber Number(JsonElement json)
    {
        var factor = json.GetProperty("inPercent").GetBoolean() ? 100 : 1;
        return new EvidenceNumber(
            Decimal(json, "value") * factor,
            Decimal(json, "ciLower") * factor,
            Decimal(json, "ciUpper") * factor,
            Decimal(json, "n"),
            json.GetProperty("release").GetProperty("synthetic").GetBoolean());
    }

    private static decimal? Decimal(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
