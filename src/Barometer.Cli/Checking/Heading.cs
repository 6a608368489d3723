using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// A heading of a notebook, in both languages: the English one stands in a comment behind it,
/// <c>## Svartabellen &lt;!-- en: The response table --&gt;</c>. The headings that all notebooks have are known.
/// </summary>
/// <param name="Level">Its level: 1 for the title.</param>
/// <param name="Source">Its text as written, with the comment.</param>
internal sealed partial record Heading(int Level, string Source)
{
    private static readonly Dictionary<string, LocalizedText> Known = new(StringComparer.Ordinal)
    {
        ["Spørsmålet"] = new("Spørsmålet", "The question"),
        ["Hvor tallene kommer fra"] = new("Hvor tallene kommer fra", "Where the numbers come from"),
        ["Ta med deg"] = new("Ta med deg", "What to take away"),
        ["Slik er tallet laget"] = new("Slik er tallet laget", "How this number is made"),
        ["Slik er tallet laget / How this number is made"] = new("Slik er tallet laget", "How this number is made"),
    };

    /// <summary>Whether it has an English form.</summary>
    public bool IsTranslated => English().IsMatch(Source) || Known.ContainsKey(Comment().Replace(Source, "").Trim());

    /// <summary>The headings («# …») of all markdown cells in their order; lines inside code blocks are none.</summary>
    public static IReadOnlyList<Heading> AllOf(NotebookDocument notebook) =>
    [
        .. notebook.Cells
            .Where(cell => cell.Type == CellType.Markdown)
            .SelectMany(cell => Line().Matches(Fence().Replace(cell.Source, "")))
            .Select(match => new Heading(match.Groups[1].Length, match.Groups[2].Value)),
    ];

    /// <summary>The text of a markdown cell without its headings and code blocks.</summary>
    public static string Without(string markdown) => Line().Replace(Fence().Replace(markdown, ""), "");

    /// <summary>A heading's text in both languages; Norwegian in both where there is no English one.</summary>
    public static LocalizedText Text(string source)
    {
        var nb = Comment().Replace(source, "").Trim();
        return English().Match(source) is { Success: true } english
            ? new LocalizedText(nb, english.Groups[1].Value)
            : Known.GetValueOrDefault(nb) ?? new LocalizedText(nb, nb);
    }

    /// <summary>What stands under a notebook's title, in Norwegian and, slanted, in English; null where one of them is missing.</summary>
    public static LocalizedText? LeadOf(NotebookDocument notebook, EnglishText? beside)
    {
        var paragraphs = Paragraphs(notebook.Cells is [var first, ..] ? first.Source : "");
        bool IsEnglish(string text) => text.StartsWith('*') && !text.StartsWith("**", StringComparison.Ordinal);
        var (nb, en) = (Array.Find(paragraphs, text => !IsEnglish(text)), beside is null ? Array.Find(paragraphs, IsEnglish) : Paragraphs(beside[notebook.Cells[0].Id] ?? "").FirstOrDefault());
        string Plain(string text) => Comment().Replace(text, "").Replace("*", "", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return nb is null || en is null ? null : new LocalizedText(Plain(nb), Plain(en));
    }

    private static string[] Paragraphs(string markdown) => Without(markdown).Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The finding: what is bold under a notebook's title, and its first sentence in English; null where there is none of either.</summary>
    public static LocalizedText? FindingOf(NotebookDocument notebook, EnglishText? beside)
    {
        if (LeadOf(notebook, beside) is not { } lead)
        {
            return null;
        }

        return new LocalizedText(
            BoldIn(notebook.Cells[0].Source) ?? lead.Nb,
            BoldIn(beside?[notebook.Cells[0].Id] ?? "") ?? FirstSentence().Match(lead.En).Value);
    }

    private static string? BoldIn(string markdown) =>
        Bold().Match(Without(Comment().Replace(markdown, ""))) is { Success: true } bold ? Ended(bold.Groups[1].Value.ReplaceLineEndings(" ")) : null;

    private static string Ended(string text) => text.TrimEnd(',', ':') is var words && words.EndsWith('.') ? words : words + ".";

    // «Meld. St. 30» ends no sentence.
    [GeneratedRegex(@"^.*?(?<!\bMeld)(?<!\bSt)[.](?=\s+\p{Lu})|^.*", RegexOptions.Singleline)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\A\s*\*\*(.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^ {0,3}(```+|~~~+).*?(^ {0,3}\1|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<!-- en: (.*?) -->")]
    private static partial Regex English();

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex Comment();
}
