using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// The English of a notebook's text: <c>notebooks/en/NAME.md</c> beside it, cell by cell, each after a line <c>&lt;!-- cell: ID --&gt;</c>. So a cell of the notebook holds one
/// language, and the site's English page holds the other.
/// </summary>
internal sealed partial class EnglishText
{
    /// <summary>The folder of the texts, under that of the notebooks.</summary>
    public const string Folder = "en";

    private EnglishText(IReadOnlyList<(string Id, string Text)> cells) => Cells = cells;

    /// <summary>The cells' ids and texts in their order.</summary>
    public IReadOnlyList<(string Id, string Text)> Cells { get; }

    /// <summary>The text of a cell; null when it has none.</summary>
    public string? this[string id] => Cells.FirstOrDefault(cell => cell.Id == id).Text;

    /// <summary>That of the notebook at a path; without cells when there is no such file.</summary>
    public static EnglishText Beside(string notebook) => Parse(PathOf(notebook) is var path && File.Exists(path) ? File.ReadAllText(path) : "");

    /// <summary>Where the English of a notebook lies.</summary>
    public static string PathOf(string notebook) => Path.Combine(Path.GetDirectoryName(notebook)!, Folder, Path.GetFileNameWithoutExtension(notebook) + ".md");

    /// <summary>Reads a text. What stands before the first cell has no id.</summary>
    public static EnglishText Parse(string text)
    {
        var parts = Cell().Split(text.ReplaceLineEndings("\n"));
        var cells = new List<(string, string)>();
        for (var at = 1; at + 1 < parts.Length; at += 2)
        {
            cells.Add((parts[at], parts[at + 1].Trim()));
        }

        return new(parts[0].Trim() is { Length: > 0 } before ? [("", before), .. cells] : cells);
    }

    /// <summary>The same as a notebook of text cells, for the rules that notebooks are held to.</summary>
    public NotebookDocument AsNotebook() => NotebookDocument.Parse(JsonSerializer.Serialize(new
    {
        cells = Cells.GroupBy(cell => cell.Id).Select(cell => new { cell_type = "markdown", id = cell.Key.Length > 0 ? cell.Key : "before", metadata = new { }, source = string.Join("\n\n", cell.Select(one => one.Text)) }),
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 5,
    }));

    [GeneratedRegex(@"^<!-- cell: ([a-z0-9-]+) -->[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Cell();
}
