using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>
/// A notebook file (.ipynb, nbformat 4.5). Everything this host doesn't know, metadata of whatever tool above all, is
/// kept as it was read; a notebook that is read and written again, unchanged, is the same file.
/// </summary>
public sealed class NotebookDocument
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _root;

    private NotebookDocument(JsonObject root)
    {
        _root = root;
        Cells = ReadCells(root);
    }

    /// <summary>The cells in their order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The language the notebook says it is written in (<c>C#</c>), or null when it says none.</summary>
    public string? Language => Text(_root, "metadata", "kernelspec", "language") ?? Text(_root, "metadata", "language_info", "name");

    /// <summary>Reads the notebook at <paramref name="path"/>.</summary>
    /// <exception cref="NotebookException">It isn't there, or is no notebook of nbformat 4.</exception>
    public static NotebookDocument Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path, Encoding.UTF8), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException(new NotebookProblem("The notebook can't be read", path, "a file that exists and may be read", exception.GetType().Name), exception);
        }
    }

    /// <summary>Reads a notebook from its text; <paramref name="name"/> stands for the file in messages.</summary>
    /// <exception cref="NotebookException">It is no notebook of nbformat 4.</exception>
    public static NotebookDocument Parse(string json, string name = "notebook") => new(new NotebookReader(name).Read(json));

    /// <summary>
    /// Writes the notebook, first beside the file and then over it, so that it is never half-written. A file that
    /// already says the same isn't touched.
    /// </summary>
    public void Write(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(ToJson());
        var full = Path.GetFullPath(path);
        if (File.Exists(full) && File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
        {
            return;
        }

        var beside = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>The notebook's text, as <see cref="Write"/> writes it.</summary>
    public string ToJson() => JupyterJson.Write(_root) + "\n";

    /// <summary>The notebook with new outputs in every code cell; a cell that isn't named gets none.</summary>
    internal NotebookDocument WithOutputs(IReadOnlyDictionary<string, CellOutputs> outputs)
    {
        var root = (JsonObject)_root.DeepClone();
        foreach (var (cell, node) in Cells.Zip((JsonArray)root["cells"]!))
        {
            if (cell.Kind == CellKind.Code)
            {
                var result = outputs.GetValueOrDefault(cell.Id, CellOutputs.None);
                node!["execution_count"] = result.ExecutionCount;
                node["outputs"] = result.Outputs.DeepClone();
            }
        }

        return new NotebookDocument(root);
    }

    private static NotebookCell[] ReadCells(JsonObject root)
    {
        var number = 0;
        return [.. ((JsonArray)root["cells"]!).Select(node =>
        {
            var kind = Enum.Parse<CellKind>((string)node!["cell_type"]!, ignoreCase: true);
            var source = MultilineText.Join(node["source"])!.Replace("\r\n", "\n", StringComparison.Ordinal);
            return new NotebookCell((string)node["id"]!, kind, kind == CellKind.Code ? ++number : null, source, LanguageOf(node))
            {
                OutputText = node["outputs"] is JsonArray { Count: > 0 } outputs ? outputs.ToJsonString(OneLine) : "",
            };
        })];
    }

    private static string? LanguageOf(JsonNode cell) => Text(cell, "metadata", "polyglot_notebook", "kernelName")
        ?? Text(cell, "metadata", "dotnet_interactive", "language")
        ?? Text(cell, "metadata", "vscode", "languageId");

    private static string? Text(JsonNode node, params ReadOnlySpan<string> path)
    {
        JsonNode? at = node;
        foreach (var name in path)
        {
            at = (at as JsonObject)?[name];
        }

        return MultilineText.TextOf(at);
    }
}
