using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace Barometer.Interactive.Tests;

/// <summary>A committed notebook as .NET Interactive's own reader understands it: its cells of code, and what is stored under each.</summary>
internal sealed class StoredNotebook
{
    private const string Picture = "image/png";

    private StoredNotebook(IReadOnlyList<StoredCell> cells) => Cells = cells;

    /// <summary>The cells of code in their order.</summary>
    public IReadOnlyList<StoredCell> Cells { get; }

    /// <summary>Reads a file.</summary>
    public static StoredNotebook Read(string path) => new(
    [
        .. Notebook.Parse(File.ReadAllText(path)).Elements.Where(element => element.KernelName != "markdown")
            .Select(element => new StoredCell(element.Id!, element.Contents, [.. Objects(element.Outputs.Cast<DisplayElement>())])),
    ]);

    // A figure is stored as picture with chart, then its numbers; everything else is one output.
    private static IEnumerable<StoredObject> Objects(IEnumerable<DisplayElement> outputs)
    {
        var rest = new Queue<IDictionary<string, object>>(outputs.Select(output => output.Data));
        while (rest.TryDequeue(out var first))
        {
            yield return first.ContainsKey(Picture)
                ? new StoredObject(Text(first, "text/plain"), Inside(Text(rest.Dequeue(), "text/html")), Text(first, Picture), first["application/vnd.plotly.v1+json"])
                : new StoredObject(Text(first, "text/plain"), first.ContainsKey("text/html") ? Text(first, "text/html") : "", null, null);
        }
    }

    private static string Text(IDictionary<string, object> data, string mediaType) =>
        data[mediaType] is object[] lines ? string.Concat(lines) : (string)data[mediaType];

    // <div lang="nb">, and what stands under the picture.
    private static string Inside(string html) => html[(html.IndexOf('\n', StringComparison.Ordinal) + 1)..html.LastIndexOf("</div>", StringComparison.Ordinal)];
}

/// <summary>A cell of code.</summary>
internal sealed record StoredCell(string Id, string Code, IReadOnlyList<StoredObject> Shown);

/// <summary>What is stored of one object.</summary>
/// <param name="Text">Its plain text.</param>
/// <param name="Html">Its HTML; of a figure what stands under the picture.</param>
/// <param name="Picture">Of a figure, the picture in base64.</param>
/// <param name="Chart">Of a figure, the interactive chart.</param>
internal sealed record StoredObject(string Text, string Html, string? Picture, object? Chart)
{
    /// <summary>Whether the library showed it: a data frame's table has no language, and a number no HTML.</summary>
    public bool IsOfTheLibrary => Html.Length > 0 && !Html.StartsWith("<table>", StringComparison.Ordinal);
}
