using System.Text.Json;

namespace SurveyStatistics.Tests.Golden;

/// <summary>One call of R and what it gave.</summary>
internal sealed record GoldenCase(string Suite, string Id, string? Design, string Text, JsonElement Expected)
{
    public bool IsRefusal => Expected.ValueKind == JsonValueKind.Object && Expected.TryGetProperty("error", out _);

    public double[] Numbers(string name) => Array(Expected.GetProperty(name));

    public string[] Texts(string name) => [.. Expected.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    public static double[] Array(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().SelectMany(Array)]
        : [Number(element)];

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String when element.GetString() == "Inf" => double.PositiveInfinity,
        _ => double.NaN,
    };
}
