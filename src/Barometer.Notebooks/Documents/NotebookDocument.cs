using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>
/// A notebook file (.ipynb, nbformat 4.5). Everything this host doesn't know, metadata of whatever tool above all, is
/// kept as it was read; a notebook that is read and written again, unchanged, is the same file.
/// </summary>
internal sealed class NotebookDocument
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

    /// <summary>
    /// The notebook with new outputs, as nbformat has them, by cell id. The code cells named are counted as run, in their
    /// order; all others weren't, and have none.
    /// </summary>
    internal NotebookDocument WithOutputs(IReadOnlyDictionary<string, JsonArray> outputs)
    {
        var root = (JsonObject)_root.DeepClone();
        var count = 0;
        foreach (var (cell, node) in Cells.Zip((JsonArray)root["cells"]!))
        {
            if (cell.Type == CellType.Code)
            {
                var own = outputs.GetValueOrDefault(cell.Id);
                node!["execution_count"] = own is null ? null : ++count;
                node["outputs"] = own?.DeepClone() ?? new JsonArray();
            }
        }

        return new NotebookDocument(root);
    }

    /// <summary>The notebook as if no cell had been run.</summary>
    internal NotebookDocument WithoutOutputs() => WithOutputs(new Dictionary<string, JsonArray>());

    /// <summary>The notebook in which a cell whose id isn't words has one of its place (<see cref="CellIds"/>).</summary>
    internal NotebookDocument WithUsualIds()
    {
        var root = (JsonObject)_root.DeepClone();
        var taken = Cells.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, cell) in Cells.Index())
        {
            if (!CellIds.IsUsual(cell.Id, place + 1, cell.Number))
            {
                var id = CellIds.OfPlace(place + 1);
                root["cells"]![place]!["id"] = taken.Add(id) ? id : "cell-" + id;
            }
        }

        return new NotebookDocument(root);
    }

    private static NotebookCell[] ReadCells(JsonObject root)
    {
        var number = 0;
        return [.. ((JsonArray)root["cells"]!).Select(node =>
        {
            var type = Enum.Parse<CellType>((string)node!["cell_type"]!, ignoreCase: true);
            var source = JupyterJson.JoinLines(node["source"])!.Replace("\r\n", "\n", StringComparison.Ordinal);
            return new NotebookCell((string)node["id"]!, type, type == CellType.Code ? ++number : null, source, LanguageOf(node))
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

        return JupyterJson.TextOf(at);
    }
}

/// <summary>One cell as it stands in the file.</summary>
/// <param name="Id">The cell's id, unique in the notebook.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Number">Its number among the code cells, from 1; null when it holds no code.</param>
/// <param name="Source">Its text, lines separated by <c>\n</c>.</param>
/// <param name="Language">The language that its metadata names (<c>csharp</c>, <c>html</c>), or null when they name none.</param>
internal sealed record NotebookCell(string Id, CellType Type, int? Number, string Source, string? Language)
{
    /// <summary>The stored outputs as one line of JSON; empty when the cell has none. What it holds is compared and searched, never run.</summary>
    public string OutputText { get; init; } = "";

    /// <summary>Whether there is anything to run: a code cell that isn't blank.</summary>
    public bool IsRunnable => Type == CellType.Code && !string.IsNullOrWhiteSpace(Source);
}

/// <summary>What a cell of a notebook holds.</summary>
internal enum CellType
{
    /// <summary>Text for the reader.</summary>
    Markdown,

    /// <summary>Code to be run.</summary>
    Code,

    /// <summary>Text that is passed on as it is.</summary>
    Raw,
}

/// <summary>
/// The ids of cells: words, which may end in the cell's place. Front ends give new cells ids of random digits, which say nothing
/// and could say anything.
/// </summary>
internal static class CellIds
{
    private const int Longest = 64;

    /// <summary>Whether an id is words, <c>by-group</c>, or words and the cell's place, <c>cell-3</c>.</summary>
    /// <param name="id">The id.</param>
    /// <param name="place">The cell's place among all, from 1.</param>
    /// <param name="number">Its number among those with code; null for one without.</param>
    public static bool IsUsual(string id, int place, int? number)
    {
        var words = id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var digits = id[words.Length..];
        return id.Length is > 0 and <= Longest && words.All(c => char.IsAsciiLetter(c) || c is '-' or '_')
            && (digits.Length == 0 || (words.Length > 0 && (digits == Text(place) || (number is { } own && digits == Text(own)))));
    }

    /// <summary>The id of a cell that has none of its own.</summary>
    public static string OfPlace(int place) => "cell-" + Text(place);

    private static string Text(int number) => FormattableString.Invariant($"{number}");
}
