using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>Reads the JSON of a notebook, checks what this host relies on, and lifts older files to nbformat 4.5.</summary>
internal sealed class NotebookReader(string file)
{
    private const int MinorVersion = 5;

    /// <summary>The notebook's root, in the form in which it will be written.</summary>
    public JsonObject Read(string json)
    {
        var root = Parse(json) as JsonObject ?? throw Unreadable("not a notebook", "a JSON object", "another JSON value");
        CheckVersion(root);
        var cells = root["cells"] as JsonArray ?? throw Unreadable("no list of cells", "a list called cells", Kind(root["cells"]));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            Settle(cells[i], i + 1, ids);
        }

        root["nbformat_minor"] = Math.Max(MinorVersion, Number(root, "nbformat_minor") ?? 0);
        return root;
    }

    private JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new NotebookException(NotJson(exception), exception);
        }
    }

    private NotebookProblem NotJson(JsonException exception) => exception.LineNumber is { } line
        ? new NotebookProblem(
            "The notebook can't be read",
            string.Create(CultureInfo.InvariantCulture, $"{file}, line {line + 1}, byte {exception.BytePositionInLine + 1}"),
            "JSON",
            "something else",
            "open it as text: a merge conflict or a half-written file is the usual cause")
        : new NotebookProblem("The notebook can't be read", file, "names that stand once in an object", "a name that stands twice");

    private void CheckVersion(JsonObject root)
    {
        if (Number(root, "nbformat") is not 4)
        {
            var got = Number(root, "nbformat") is { } version ? string.Create(CultureInfo.InvariantCulture, $"nbformat {version}") : "no version";
            throw Unreadable("the format's version isn't supported", "nbformat 4", got, "open and save it in VS Code or Jupyter");
        }
    }

    private void Settle(JsonNode? node, int position, HashSet<string> ids)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"the {position}. cell");
        var cell = node as JsonObject ?? throw Unreadable($"{where} is no cell", "a JSON object", Kind(node));
        if (JupyterJson.TextOf(cell["cell_type"]) is not ("code" or "markdown" or "raw"))
        {
            throw Unreadable($"{where} has no known type", "cell_type code, markdown or raw", Kind(cell["cell_type"]));
        }

        var source = JupyterJson.JoinLines(cell["source"]) ?? throw Unreadable($"{where} has no source", "a text or a list of lines", Kind(cell["source"]));
        if (cell["source"] is not JsonArray)
        {
            cell["source"] = JupyterJson.SplitLines(source);
        }

        if (cell["id"] is null)
        {
            cell.Insert(0, "id", CellIds.OfPlace(position));
        }

        if (JupyterJson.TextOf(cell["id"]) is not { } id || !ids.Add(id))
        {
            throw Unreadable($"{where} has an id that another cell has, or that is no text", "ids that are unique", hint: "delete the id: it is given anew");
        }
    }

    private NotebookException Unreadable(string what, string expected, string? got = null, string? hint = null) =>
        new(new NotebookProblem($"The notebook can't be read: {what}", file, expected, got, hint));

    private static int? Number(JsonObject parent, string name) =>
        parent[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static string Kind(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject => "an object",
        JsonArray => "a list",
        _ => "a " + node.GetValueKind().ToString().ToLowerInvariant(),
    };
}
