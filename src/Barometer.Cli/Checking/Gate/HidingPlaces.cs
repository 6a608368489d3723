using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking.Gate;

/// <summary>The places in a notebook's file, apart from outputs and prose, that can hold what a tool or an author left there.</summary>
internal static partial class HidingPlaces
{
    private const int LongestValue = 40;
    private static readonly string[] OfFile = ["cells", "metadata", "nbformat", "nbformat_minor"];
    private static readonly string[] OfAnyCell = ["cell_type", "id", "metadata", "source", "outputs", "execution_count"];

    private static readonly string[] Metadata =
    [
        "kernelspec", "display_name", "language", "name", "language_info", "version", "file_extension", "mimetype", "pygments_lexer",
        "polyglot_notebook", "kernelInfo", "defaultKernelName", "items", "aliases", "languageName", "kernelName", "dotnet_interactive",
        "vscode", "languageId", "tags",
    ];

    /// <summary>What the file holds beside its cells.</summary>
    public static IEnumerable<string> OfNotebook(JsonObject root)
    {
        if (root.Any(one => !OfFile.Contains(one.Key)) || root["metadata"] is not (null or JsonObject) || !IsKnown(root["metadata"]))
        {
            yield return "its metadata hold more than the language (widgets, for one, keep what they show): remove the rest";
        }
    }

    /// <summary>What a cell holds beside its source and outputs.</summary>
    public static IEnumerable<string> OfCell(JsonObject cell)
    {
        if (cell["attachments"] is not (null or JsonObject { Count: 0 }))
        {
            yield return "it has an attachment: show figures of the library instead";
        }

        if (cell.Any(one => !OfAnyCell.Contains(one.Key) && one.Key != "attachments") || cell["metadata"] is not (null or JsonObject) || !IsKnown(cell["metadata"]))
        {
            yield return "its metadata hold more than the language: remove the rest";
        }

        if (!HasUsualId(cell))
        {
            yield return "a cell has an unusual id: letters, digits, hyphens and underscores, 64 at most";
        }

        var kind = (string?)cell["cell_type"];
        if (kind == "raw")
        {
            yield return "it is a raw cell, which readers of the file see and readers of the notebook don't: remove it";
        }

        var source = kind == "markdown" ? FormDigest.Text(cell["source"]) : "";
        if (Address().IsMatch(source))
        {
            yield return "its text holds data in an address («data:…»): show figures of the library instead";
        }

        if (Comment().IsMatch(source))
        {
            yield return "its text holds a comment with a number that marks no number before it: remove it";
        }
    }

    /// <summary>Whether the cell's id is one that nbformat allows, and that a message may name.</summary>
    public static bool HasUsualId(JsonObject cell) => cell["id"] is null || Id().IsMatch((string)cell["id"]!);

    // Known keys only, and texts too short for a table.
    private static bool IsKnown(JsonNode? node) => node switch
    {
        null => true,
        JsonObject parent => parent.All(one => Metadata.Contains(one.Key) && IsKnown(one.Value)),
        JsonArray list => list.Count <= 10 && list.All(IsKnown),
        _ => node.GetValueKind() is JsonValueKind.String ? node.ToString().Length <= LongestValue : node.GetValueKind() is not JsonValueKind.Number,
    };

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\bdata:[a-z]+/", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // A mark follows its number directly; any other comment with a digit in it is a leftover.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])<!--(?:(?!-->).)*\d(?:(?!-->).)*-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
