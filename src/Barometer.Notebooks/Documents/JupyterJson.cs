using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>
/// Writes JSON in the form of Jupyter: one space an indent, <c>\n</c>, æøå and emoji as themselves, keys in the order
/// in which they were read. A value that was read from a file is written with the very characters that it was read from.
/// A text may be one string or a list of its lines.
/// </summary>
/// <remarks>
/// <see cref="Utf8JsonWriter"/> can't be told this: its most relaxed encoder still escapes no-break spaces, U+2028 and
/// everything beyond the basic plane, and Norwegian numbers are full of no-break spaces.
/// </remarks>
internal static class JupyterJson
{
    /// <summary>The text of <paramref name="node"/>, without a line end after it.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    /// <summary>The text of <paramref name="node"/>: a string, or a list of lines that keep their line ends; null when it is neither.</summary>
    public static string? JoinLines(JsonNode? node) => node switch
    {
        JsonArray lines => lines.Select(TextOf).ToArray() is var texts && !texts.Contains(null) ? string.Concat(texts) : null,
        _ => TextOf(node),
    };

    /// <summary>The text as a list of lines; an empty text has none.</summary>
    public static JsonArray SplitLines(string text)
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

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteMany(text, members, '{', '}', depth, member =>
                {
                    WriteString(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                break;
            case JsonArray items:
                WriteMany(text, items, '[', ']', depth, item => Write(text, item, depth + 1));
                break;
            default:
                WriteValue(text, node.AsValue());
                break;
        }
    }

    private static void WriteMany<T>(StringBuilder text, ICollection<T> items, char open, char close, int depth, Action<T> write)
    {
        text.Append(open);
        var separator = "\n";
        foreach (var item in items)
        {
            text.Append(separator).Append(' ', depth + 1);
            write(item);
            separator = ",\n";
        }

        if (items.Count > 0)
        {
            text.Append('\n').Append(' ', depth);
        }

        text.Append(close);
    }

    private static void WriteValue(StringBuilder text, JsonValue value)
    {
        if (value.TryGetValue<JsonElement>(out var read))
        {
            text.Append(read.GetRawText());
        }
        else if (value.TryGetValue<string>(out var made))
        {
            WriteString(text, made);
        }
        else
        {
            text.Append(value.ToJsonString());
        }
    }

    // Half a surrogate pair is no character, and no UTF-8 file can hold it: it becomes U+FFFD.
    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
            }
            else
            {
                WriteCharacter(text, c);
            }
        }

        text.Append('"');
    }

    private static void WriteCharacter(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        '\b' => text.Append("\\b"),
        '\f' => text.Append("\\f"),
        < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ when char.IsSurrogate(c) => text.Append('\uFFFD'),
        _ => text.Append(c),
    };
}
