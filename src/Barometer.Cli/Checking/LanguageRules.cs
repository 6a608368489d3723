using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>What is said in Norwegian is said in English too, in a text beside the notebook (<see cref="EnglishText"/>), so that a cell holds one language.</summary>
internal static partial class LanguageRules
{
    /// <summary>What is said in one language only, or in both at once.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="english">Its English.</param>
    /// <param name="name">The notebook's path in the repository.</param>
    public static IEnumerable<RuleFault> Check(NotebookDocument notebook, EnglishText english, string name)
    {
        var cells = notebook.Cells.Where(cell => cell.Type == CellType.Markdown).ToList();
        var file = $"{EnglishText.Folder}/{Path.GetFileNameWithoutExtension(name)}.md";
        return
        [
            .. english.Cells.Count == 0
                ? [new RuleFault(name, null, $"its English stands in {file}, each cell's after «<!-- cell: ID -->»")]
                : from cell in cells.Index()
                  where cell.Item != notebook.Cells[^1] && english[cell.Item.Id] is null
                  // An id may be a hiding place: none is told.
                  select new RuleFault(name, null, FormattableString.Invariant($"text {cell.Index + 1} of its {cells.Count} has no English in {file}, after «<!-- cell: ID -->» with the cell's id")),
            .. from cell in cells
               where English().IsMatch(Heading.Without(cell.Source)) || cell.Source.Contains("<!-- en:", StringComparison.Ordinal)
               select new RuleFault(name, cell.Id, $"it holds Norwegian only: its English stands in {file}"),
            .. from cell in english.Cells.Index()
               where cells.All(one => one.Id != cell.Item.Id) || english.Cells.Count(one => one.Id == cell.Item.Id) > 1
               select new RuleFault(name, null, FormattableString.Invariant($"text {cell.Index + 1} in {file} is no cell's, or the second of one")),
            .. from cell in english.Cells.Index()
               where cell.Item.Text.Contains('«', StringComparison.Ordinal)
               select new RuleFault(name, null, FormattableString.Invariant($"text {cell.Index + 1} in {file} quotes in «…»: English quotes in “…”")),
        ];
    }

    // A last paragraph that begins and ends with one asterisk.
    [GeneratedRegex(@"(^|\n)\*(?!\*)[^*]([^*]|\*\*)*\*\s*\z")]
    private static partial Regex English();
}
