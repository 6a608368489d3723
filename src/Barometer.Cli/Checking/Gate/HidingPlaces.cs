using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>The places in a notebook's file, apart from outputs and sources, that can hold what a tool or an author left there.</summary>
internal static class HidingPlaces
{
    private static readonly string[] OfFile = ["cells", "metadata", "nbformat", "nbformat_minor"];
    private static readonly string[] OfAnyCell = ["cell_type", "id", "metadata", "source", "outputs", "execution_count"];
    private static readonly string[] Versions = ["4", "5"];

    private static readonly string[] Keys =
    [
        "kernelspec", "display_name", "language", "name", "language_info", "version", "file_extension", "mimetype", "pygments_lexer",
        "polyglot_notebook", "kernelInfo", "defaultKernelName", "items", "aliases", "languageName", "kernelName", "dotnet_interactive",
        "vscode", "languageId",
    ];

    // What our kernel and .NET Interactive write: any other text was put there by somebody.
    private static readonly string[] Values =
    [
        ".NET (C#)", ".net-csharp", "C#", "c#", "cs", "csharp", ".cs", "text/x-csharp", "13.0", "12.0", "polyglot-notebook", "polyglotNotebook",
        ".NET", "fsharp", "F#", "f#", "fs", "html", "HTML", "http", "HTTP", "javascript", "js", "kql", "KQL", "mermaid", "Mermaid", "pwsh", "PowerShell", "powershell", "sql", "SQL", "value", "webview", "markdown",
    ];

    /// <summary>What the file holds beside its cells, and the numbers by which its cells were run.</summary>
    public static IEnumerable<string> OfNotebook(JsonObject root)
    {
        if (root.Any(one => !OfFile.Contains(one.Key)) || root["metadata"] is not (null or JsonObject) || !IsKnown(root["metadata"]))
        {
            yield return "its metadata hold more than the language (widgets, for one, keep what they show): remove the rest";
        }

        if (root["nbformat"]?.ToJsonString() != "4" || !Versions.Contains(root["nbformat_minor"]?.ToJsonString()))
        {
            yield return "its format isn't nbformat 4.5: run the notebook by «barometer run»";
        }

        var counts = root["cells"]!.AsArray().Select(cell => cell!["execution_count"]?.ToJsonString()).OfType<string>();
        if (counts.Index().Any(count => count.Item != FormattableString.Invariant($"{count.Index + 1}")))
        {
            yield return "its execution counts aren't those of a run from top to bottom: run the notebook by «barometer run»";
        }
    }

    /// <summary>What a cell holds beside its source and outputs.</summary>
    public static IEnumerable<string> OfCell(JsonObject cell, int place, int? number)
    {
        if (cell["attachments"] is not (null or JsonObject { Count: 0 }))
        {
            yield return "it has an attachment: show figures of the library instead";
        }

        if (cell.Any(one => !OfAnyCell.Contains(one.Key) && one.Key != "attachments") || cell["metadata"] is not (null or JsonObject) || !IsKnown(cell["metadata"]))
        {
            yield return "its metadata hold more than the language (tags, for one): remove the rest";
        }

        if (!HasUsualId(cell, place, number))
        {
            yield return "a cell has an unusual id: words joined by hyphens, with no digits but the cell's place; «barometer run» gives it one, or remove the id";
        }

        if ((string?)cell["cell_type"] == "raw")
        {
            yield return "it is a raw cell, which readers of the file see and readers of the notebook don't: remove it";
        }
    }

    /// <summary>Whether the cell's id is one that a message may name.</summary>
    public static bool HasUsualId(JsonObject cell, int place, int? number) => cell["id"] is null || CellIds.IsUsual((string)cell["id"]!, place, number);

    private static bool IsKnown(JsonNode? node) => node switch
    {
        null => true,
        JsonObject parent => parent.All(one => Keys.Contains(one.Key) && IsKnown(one.Value)),
        JsonArray list => list.Count <= 10 && list.All(IsKnown),
        _ => node.GetValueKind() == JsonValueKind.String && Values.Contains(node.ToString()),
    };
}
