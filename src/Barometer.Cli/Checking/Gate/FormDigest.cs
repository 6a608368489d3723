using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>The digest by which one form of an output is known again: the same for the form as shown and as stored.</summary>
internal static class FormDigest
{
    /// <summary>The digest of a form as the library hands it out.</summary>
    public static string Of(string mediaType, string content) =>
        OfText(MimeBundle.IsJson(mediaType) ? Canonical(JsonNode.Parse(content)) : content);

    /// <summary>The digest of a form as a notebook stores it.</summary>
    public static string Of(string mediaType, JsonNode? content) =>
        OfText(MimeBundle.IsJson(mediaType) ? Canonical(content) : Text(content));

    /// <summary>A text of nbformat: one string, or a list of lines.</summary>
    public static string Text(JsonNode? content) => content is JsonArray lines ? string.Concat(lines) : content?.ToString() ?? "";

    /// <summary>The digest of a file.</summary>
    public static string Of(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static string OfText(string text) => Of(Encoding.UTF8.GetBytes(text));

    // Jupyter sorts the keys of what it stores.
    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject parent => $"{{{string.Join(',', parent.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{JsonValue.Create(one.Key).ToJsonString()}:{Canonical(one.Value)}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Canonical))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
