using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>The two forms of a text in nbformat: one string, or a list of lines that keep their line ends.</summary>
internal static class MultilineText
{
    /// <summary>The text of <paramref name="node"/>; null when it is neither a string nor a list of strings.</summary>
    public static string? Join(JsonNode? node) => node switch
    {
        JsonArray lines => lines.Select(TextOf).ToArray() is var texts && !texts.Contains(null) ? string.Concat(texts) : null,
        _ => TextOf(node),
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

    /// <summary>The string that <paramref name="node"/> is; null when it is none, or holds half a surrogate pair.</summary>
    public static string? TextOf(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
