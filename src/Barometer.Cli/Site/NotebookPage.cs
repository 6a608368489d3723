using System.Text.Json;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>A notebook as a page in one language: its text, its figures as drawings, its tables, and its code folded away.</summary>
/// <param name="outcome">The notebook.</param>
/// <param name="site">What the site is called.</param>
/// <param name="language">The language.</param>
internal sealed class NotebookPage(NotebookOutcome outcome, LocalizedText site, Language language)
{
    private const string LoadCell = "#!import load.cs";
    private static readonly LocalizedText Notebook = new("Notatboken", "The notebook");
    private static readonly LocalizedText Code = new("Kode", "Code");

    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    /// <summary>The page.</summary>
    public string Write()
    {
        using var notebook = JsonDocument.Parse(outcome.Result.Document.ToJson());
        var cells = string.Concat(notebook.RootElement.GetProperty("cells").EnumerateArray().Select(Cell));
        var file = Html($"{outcome.Name}.ipynb");
        return new PageLayout(PageAddress.OfNotebook(outcome.Name), site, language).Page(outcome.Title.In(language), $"""
            {cells}<p>{Notebook.Html(language)}: <a href="../notebooks/{file}">{file}</a></p>

            """);
    }

    private string Cell(JsonElement cell)
    {
        var source = Joined(cell.GetProperty("source"));
        if (cell.GetProperty("cell_type").GetString() == "markdown")
        {
            return MarkdownHtml.Of(source, language);
        }

        var code = source.Trim() == LoadCell ? "" : $"""
            <details class="code"><summary>{Code.Html(language)}</summary>
            <pre tabindex="0"><code>{Html(source)}</code></pre>
            </details>

            """;
        return code + string.Concat(cell.GetProperty("outputs").EnumerateArray().Select(Output));
    }

    // The interactive chart goes with its figure.
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

        if (data.TryGetProperty("image/png", out var picture) && outcome.Collected.ExhibitOf(Joined(picture)) is { } figure)
        {
            return ExhibitHtml.Figure(figure, language, Id(figure));
        }

        return data.TryGetProperty("text/html", out var html)
            ? Table(Joined(html))
            : data.TryGetProperty("application/vnd.plotly.v1+json", out _) || !data.TryGetProperty("text/plain", out var plain) ? "" : Plain(Joined(plain));
    }

    private string Table(string html)
    {
        var shown = outcome.Collected.InLanguage(html, language);
        if (!shown.Contains("<table", StringComparison.Ordinal))
        {
            return shown + "\n";
        }

        var table = outcome.Collected.ExhibitOf(html);
        return $"""
            <div class="wide"{(table is null ? "" : Id(table))} tabindex="0" role="group" aria-label="{(table?.Title ?? Numbers).Html(language)}">
            {shown}
            </div>
            {(table is null ? "" : ExhibitHtml.Downloads(table, language))}
            """;
    }

    // A page has each id once, should a notebook show something twice.
    private string Id(Exhibit exhibit) => _anchors.Add(ExhibitHtml.Anchor(exhibit)) ? $" id=\"{ExhibitHtml.Anchor(exhibit)}\"" : "";

    private static string Plain(string text) => $"""
        <pre tabindex="0">{Html(text)}</pre>

        """;

    private static string Joined(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString() ?? "";
}
