using System.Text;
using System.Text.Json;
using Barometer.Cli.Reproduction;

namespace Barometer.Cli.Site;

/// <summary>A notebook as a page: its text, its figures as drawings, its tables, and its code folded away.</summary>
internal sealed class NotebookPage(NotebookOutcome outcome)
{
    private const string LoadCell = "#!import load.cs";
    private static readonly string[] Downloads = [".svg", ".png", ".csv"];

    private readonly Dictionary<string, Exhibit> _figures = outcome.Collected.Exhibits
        .Where(exhibit => exhibit.IsFigure)
        .DistinctBy(exhibit => exhibit.Name)
        .ToDictionary(exhibit => Convert.ToBase64String(exhibit.Files.First(file => file.Name.EndsWith(".png", StringComparison.Ordinal)).Bytes), StringComparer.Ordinal);

    /// <summary>The page.</summary>
    public string Write()
    {
        using var notebook = JsonDocument.Parse(outcome.Result.Document.ToJson());
        var content = new StringBuilder();
        foreach (var cell in notebook.RootElement.GetProperty("cells").EnumerateArray())
        {
            Write(content, cell);
        }

        return PageLayout.Page(outcome.Title, content.ToString(), hasLanguages: true);
    }

    private void Write(StringBuilder content, JsonElement cell)
    {
        var source = Joined(cell.GetProperty("source"));
        if (cell.GetProperty("cell_type").GetString() == "markdown")
        {
            content.Append(MarkdownHtml.Of(source));
            return;
        }

        if (source.Trim() != LoadCell)
        {
            content.Append("<details class=\"code\"><summary>Kode / code</summary>\n<pre tabindex=\"0\"><code>").Append(PageLayout.Text(source)).Append("</code></pre>\n</details>\n");
        }

        foreach (var output in cell.GetProperty("outputs").EnumerateArray())
        {
            content.Append(Output(output));
        }
    }

    // A chart to play with has no form without scripts; its picture and its numbers stand before it.
    private string Output(JsonElement output)
    {
        if (output.TryGetProperty("text", out var text))
        {
            return Plain(Joined(text));
        }

        if (!output.TryGetProperty("data", out var data))
        {
            return "";
        }

        if (data.TryGetProperty("image/png", out var picture))
        {
            return Figure(Joined(picture));
        }

        return data.TryGetProperty("text/html", out var html)
            ? "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Resultat\">\n" + Joined(html) + "\n</div>\n"
            : data.TryGetProperty("application/vnd.plotly.v1+json", out _) || !data.TryGetProperty("text/plain", out var plain) ? "" : Plain(Joined(plain));
    }

    private string Figure(string base64)
    {
        var figure = _figures[base64];
        var links = Downloads.Select(figure.FileEnding).OfType<string>()
            .Select(name => $"<a href=\"../{PageLayout.Text(name)}\">{Path.GetExtension(name)[1..].ToUpperInvariant()}</a>");
        return $"""
            <figure>
            <img src="../{PageLayout.Text(figure.FileEnding(".svg")!)}" alt="{PageLayout.Text(figure.Text)}" lang="{figure.Language}">
            <figcaption>Last ned: {string.Join(", ", links)}</figcaption>
            </figure>

            """;
    }

    private static string Plain(string text) => $"<pre tabindex=\"0\">{PageLayout.Text(text)}</pre>\n";

    private static string Joined(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString() ?? "";
}
