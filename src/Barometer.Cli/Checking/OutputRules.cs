using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>What is stored under a cell, and was released: no scripts, no addresses that a reader's browser would fetch.</summary>
internal static partial class OutputRules
{
    private const string IsScript = "its stored output holds a script";
    private const string Fetches = "its stored output loads something from the network";

    /// <summary>What is wrong with a cell's stored outputs.</summary>
    public static IEnumerable<string> Check(NotebookCell cell)
    {
        var outputs = cell.OutputText.Length == 0 ? [] : JsonNode.Parse(cell.OutputText)!.AsArray();
        return outputs.SelectMany(Check).Distinct();
    }

    private static IEnumerable<string> Check(JsonNode? output)
    {
        foreach (var (type, content) in output?["data"] as JsonObject ?? [])
        {
            var markup = type is "text/html" or "image/svg+xml" or "text/markdown" ? Join(content) : "";
            if (type.Contains("javascript", StringComparison.Ordinal) || Script().IsMatch(markup))
            {
                yield return IsScript;
            }

            if (Fetch().IsMatch(markup))
            {
                yield return Fetches;
            }
        }
    }

    private static string Join(JsonNode? content) => content is JsonArray lines ? string.Concat(lines) : content?.ToString() ?? "";

    // A script element, a handler of an event, an address that is a script.
    [GeneratedRegex(@"<script\b|<[^>]*\son\w+\s*=|<[^>]*=\s*[""']?\s*javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    // What a browser fetches by itself: a link that a reader may follow (href of «a») is none of it.
    [GeneratedRegex(
        @"<[^>]*\s(?:src|srcset|data|poster|xlink:href)\s*=\s*[""']?\s*(?:https?:)?//|<(?:link|iframe|object|embed|base)\b|<image\b[^>]*\shref\s*=\s*[""']?\s*(?:https?:)?//|url\(\s*[""']?\s*(?:https?:)?//|@import\b|!\[[^\]]*\]\(\s*(?:https?:)?//",
        RegexOptions.IgnoreCase)]
    private static partial Regex Fetch();
}
