using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>The two forms of a text in nbformat: one string, or a list of lines that keep their line ends.</summary>
internal static class MultilineText
{
    /// <summary>The text of <paramref name="node"/>; null when it is neither a string nor a list of strings.</summary>
    public static string? Join(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray lines when lines.All(IsString) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        _ => null,
    };

    /// <summary>The text as a list of lines; an empty text has none.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)JsonValue.Create(text[start..next]));
            start = next;
        }

        return lines;
    }

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);
}
