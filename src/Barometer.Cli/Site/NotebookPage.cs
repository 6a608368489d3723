using System.Text.Json;
using System.Text.RegularExpressions;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>A notebook as a page in one language: its text, its figures as drawings, its tables, and its code folded away.</summary>
/// <param name="outcome">The notebook.</param>
/// <param name="site">What all pages of the site know.</param>
/// <param name="language">The language.</param>
internal sealed partial class NotebookPage(NotebookOutcome outcome, SiteContent site, Language language)
{
    private const string LoadCell = "#!import load.cs";
    private static readonly LocalizedText Notebook = new("Notatboken som fil", "The notebook as a file");
    private static readonly LocalizedText Code = new("Kode", "Code");

    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    /// <summary>The page.</summary>
    public string Write()
    {
        using var notebook = JsonDocument.Parse(outcome.Result.Document.ToJson());
        var cells = string.Concat(notebook.RootElement.GetProperty("cells").EnumerateArray().Select(Cell));
        var file = Html($"{outcome.Name}.ipynb");
        var ways = new NotebookNavigation(site.Notebooks, language);
        return new PageLayout(PageAddress.OfNotebook(outcome.Name), site.Title, language)
        {
            Beside = NotebookNavigation.Contents(cells, language) + ways.List(outcome.Name),
            Description = outcome.Lead?.In(language),
        }.Page(outcome.Title.In(language), $"""
            {ways.Steps(outcome.Name)}{cells}<p class="file">{Notebook.Html(language)}: <a href="../notebooks/{file}" download="">{file}</a></p>

            """);
    }

    private string Cell(JsonElement cell)
    {
        var source = Joined(cell.GetProperty("source"));
        if (cell.GetProperty("cell_type").GetString() == "markdown")
        {
            return language == Language.En && outcome.English[cell.GetProperty("id").GetString()!] is { } english
                ? MarkdownHtml.Of(english, language, site.Links, $"notebooks/{EnglishText.Folder}")
                : MarkdownHtml.Of(source, language, site.Links);
        }

        var code = source.Trim() == LoadCell ? "" : $"""
            <details class="code"><summary>{Code.Html(language)}</summary>
            <pre tabindex="0"><code>{Html(source)}</code></pre>
            </details>

            """;
        // The finding before how it is made: code stands under what it shows.
        return string.Concat(cell.GetProperty("outputs").EnumerateArray().Select(Output)) + code;
    }

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
            return ExhibitHtml.Figure(figure, site.Find(figure), language, Id(figure));
        }

        return data.TryGetProperty("text/html", out var html)
            ? Table(Joined(html))
            : !data.TryGetProperty("text/plain", out var plain) ? "" : Plain(Joined(plain));
    }

    private string Table(string html)
    {
        var shown = outcome.Collected.InLanguage(html, language);
        if (!shown.Contains("<table", StringComparison.Ordinal))
        {
            return shown + "\n";
        }

        var table = outcome.Collected.ExhibitOf(html);
        var item = table is null ? null : site.Find(table);
        return $"""
            <div class="wide"{(table is null ? "" : Id(table))} tabindex="0" role="group" aria-label="{(table?.Title ?? Numbers).Html(language)}">
            {(item is null ? shown : Caption().Replace(shown, caption => caption.Value + ExhibitHtml.Permalink(item, language) + " ", 1))}
            </div>
            {(table is null ? "" : ExhibitHtml.Tools(table, item, language))}
            """;
    }

    // A page has each id once, should a notebook show something twice.
    private string Id(Exhibit exhibit) => _anchors.Add(ExhibitHtml.Anchor(exhibit)) ? $" id=\"{ExhibitHtml.Anchor(exhibit)}\"" : "";

    private static string Plain(string text) => $"""
        <pre tabindex="0">{Html(text)}</pre>

        """;

    private static string Joined(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString() ?? "";

    [GeneratedRegex("<caption[^>]*>")]
    private static partial Regex Caption();
}
