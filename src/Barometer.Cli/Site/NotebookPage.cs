using System.Globalization;
using System.Text;
using System.Text.Json;
using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>A notebook as a page in one language: its text, its figures as drawings, its tables, and its code folded away.</summary>
internal sealed class NotebookPage
{
    private const string LoadCell = "#!import load.cs";
    private static readonly LocalizedText Notebook = new("Notatboken", "The notebook");

    private readonly NotebookOutcome _outcome;
    private readonly Language _language;
    private readonly Dictionary<string, Exhibit> _exhibits;
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    /// <summary>A notebook in a language.</summary>
    public NotebookPage(NotebookOutcome outcome, Language language)
    {
        _outcome = outcome;
        _language = language;
        _exhibits = outcome.Collected.Exhibits.DistinctBy(exhibit => exhibit.Shown).ToDictionary(exhibit => exhibit.Shown, StringComparer.Ordinal);
    }

    /// <summary>The page.</summary>
    public string Write()
    {
        using var notebook = JsonDocument.Parse(_outcome.Result.Document.ToJson());
        var content = new StringBuilder();
        foreach (var cell in notebook.RootElement.GetProperty("cells").EnumerateArray())
        {
            Write(content, cell);
        }

        var file = $"{_outcome.Name}.ipynb";
        content.Append(CultureInfo.InvariantCulture, $"<p>{Html(Notebook.In(_language))}: <a href=\"../notebooks/{Html(file)}\">{Html(file)}</a></p>\n");
        return new PageLayout(PageAddress.OfNotebook(_outcome.Name), _language).Page(_outcome.Title.In(_language), content.ToString());
    }

    private void Write(StringBuilder content, JsonElement cell)
    {
        var source = Joined(cell.GetProperty("source"));
        if (cell.GetProperty("cell_type").GetString() == "markdown")
        {
            content.Append(MarkdownHtml.Of(source, _language));
            return;
        }

        if (source.Trim() != LoadCell)
        {
            content.Append(CultureInfo.InvariantCulture, $"<details class=\"code\"><summary>{Html(Code.In(_language))}</summary>\n<pre tabindex=\"0\"><code>").Append(Html(source)).Append("</code></pre>\n</details>\n");
        }

        foreach (var output in cell.GetProperty("outputs").EnumerateArray())
        {
            content.Append(Output(output));
        }
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

        if (data.TryGetProperty("image/png", out var picture) && _exhibits.TryGetValue(Joined(picture), out var figure))
        {
            return FigureHtml.Write(figure, _language, Id(figure));
        }

        return data.TryGetProperty("text/html", out var html)
            ? Table(Joined(html))
            : data.TryGetProperty("application/vnd.plotly.v1+json", out _) || !data.TryGetProperty("text/plain", out var plain) ? "" : Plain(Joined(plain));
    }

    private string Table(string html)
    {
        var shown = _outcome.Collected.Translations.TryGetValue(html, out var translated) ? translated.In(_language) : html;
        if (!shown.Contains("<table", StringComparison.Ordinal))
        {
            return shown + "\n";
        }

        var table = _exhibits.GetValueOrDefault(html);
        var name = table?.In(_language).Title ?? Numbers.In(_language);
        return $"<div class=\"wide\"{(table is null ? "" : Id(table))} tabindex=\"0\" role=\"group\" aria-label=\"{Html(name)}\">\n{shown}\n</div>\n"
            + (table is null ? "" : Downloads.Of(table, _language));
    }

    // A page has each id once, should a notebook show something twice.
    private string Id(Exhibit exhibit) => _anchors.Add(exhibit.Anchor) ? $" id=\"{Html(exhibit.Anchor)}\"" : "";

    private static string Plain(string text) => $"<pre tabindex=\"0\">{Html(text)}</pre>\n";

    private static string Joined(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString() ?? "";
}
