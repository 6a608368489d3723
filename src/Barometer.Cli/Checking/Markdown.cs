using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>Reads what the rules look at in markdown cells.</summary>
internal static partial class Markdown
{
    /// <summary>The headings («# …») of all markdown cells in their order; lines inside code blocks are none.</summary>
    public static IReadOnlyList<(int Level, string Text)> Headings(NotebookDocument notebook) =>
    [
        .. notebook.Cells
            .Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Heading().Matches(Fence().Replace(cell.Source, "")))
            .Select(match => (match.Groups[1].Length, match.Groups[2].Value)),
    ];

    /// <summary>The text of a markdown cell without its headings and code blocks.</summary>
    public static string WithoutHeadings(string source) => Heading().Replace(Fence().Replace(source, ""), "");

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(```+|~~~+).*?(^ {0,3}\1|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
