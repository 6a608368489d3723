using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>No paragraph stands twice: what holds for several notebooks is said in one of them, and the others link to it.</summary>
internal static partial class RepeatedProse
{
    // So long is a paragraph that explains; a sentence on who was asked may come back.
    private const int Shortest = 240;

    /// <summary>The paragraphs that stand in an earlier place too.</summary>
    /// <param name="notebooks">Each with the name that messages have for it, in the order they are read.</param>
    public static IEnumerable<RuleFault> Check(IEnumerable<(NotebookDocument Notebook, string Name)> notebooks)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (cell, name) in notebooks.SelectMany(one => one.Notebook.Cells.Where(cell => cell.Type == CellType.Markdown).Select(cell => (cell, one.Name))))
        {
            foreach (var paragraph in Blank().Split(cell.Source).Select(Bare).Where(text => text.Length >= Shortest))
            {
                if (!places.TryAdd(paragraph, name))
                {
                    yield return new RuleFault(name, cell.Id, $"a paragraph of it stands in {places[paragraph]} too: say it once, and link there");
                }
            }
        }
    }

    private static string Bare(string paragraph) => Space().Replace(Mark().Replace(paragraph, " "), " ").Trim();

    [GeneratedRegex(@"\n(?:[ >]*\n)+")]
    private static partial Regex Blank();

    // Comments, quote marks at the head of lines, emphasis.
    [GeneratedRegex(@"<!--.*?-->|^ *> ?|[*_]", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
