using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>A heading of a notebook.</summary>
/// <param name="Level">Its level: 1 for the title.</param>
/// <param name="Source">Its text as written, with the comment.</param>
internal sealed partial record Heading(int Level, string Source)
{
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

    /// <summary>What stands first under a notebook's title in both languages, without marks; null where one of them is missing.</summary>
    public static LocalizedText? LeadOf(NotebookDocument notebook, EnglishText english) =>
        notebook.Cells is [var first, ..] && Lead(first.Source) is { } nb && Lead(english[first.Id] ?? "") is { } en ? new(nb, en) : null;

    /// <summary>The finding: what is bold under a notebook's title; the whole of what stands first there where nothing is, null where there is none.</summary>
    public static LocalizedText? FindingOf(NotebookDocument notebook, EnglishText english) => LeadOf(notebook, english) is { } lead
        ? new(BoldIn(notebook.Cells[0].Source) ?? lead.Nb, BoldIn(english[notebook.Cells[0].Id]!) ?? lead.En)
        : null;

    private static string? Lead(string markdown) => Without(markdown).Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } first
        ? Comment().Replace(first, "").Replace("*", "", StringComparison.Ordinal).ReplaceLineEndings(" ")
        : null;

    private static string? BoldIn(string markdown) =>
        Bold().Match(Without(Comment().Replace(markdown, ""))) is { Success: true } bold ? Ended(bold.Groups[1].Value.ReplaceLineEndings(" ")) : null;

    private static string Ended(string text) => text.TrimEnd(',', ':') is var words && words.EndsWith('.') ? words : words + ".";

    [GeneratedRegex(@"\A\s*\*\*(.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^ {0,3}(```+|~~~+).*?(^ {0,3}\1|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex Comment();
}
