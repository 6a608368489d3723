using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// What is said in Norwegian is said in English too: in a text beside the notebook (<see cref="EnglishText"/>), and then a cell holds Norwegian only; or, in a notebook without one, under the Norwegian in
/// italics, where a quotation has its own English inside it.
/// </summary>
internal static partial class LanguageRules
{
    /// <summary>What is said in one language only.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="english">Its English; null when that stands in its cells.</param>
    /// <param name="name">The notebook's path in the repository.</param>
    public static IEnumerable<RuleFault> Check(NotebookDocument notebook, EnglishText? english, string name) => english is null ? InCells(notebook, name) : Beside(notebook, english, name);

    private static IEnumerable<RuleFault> Beside(NotebookDocument notebook, EnglishText english, string name)
    {
        var cells = notebook.Cells.Where(cell => cell.Type == CellType.Markdown).ToList();
        var file = $"{EnglishText.Folder}/{Path.GetFileNameWithoutExtension(name)}.md";
        return
        [
            .. from cell in cells
               where cell != notebook.Cells[^1] && english[cell.Id] is null
               select new RuleFault(name, cell.Id, $"its English stands in {file}, after «<!-- cell: {cell.Id} -->»"),
            .. from cell in cells
               where English().IsMatch(Heading.Without(cell.Source)) || cell.Source.Contains("<!-- en:", StringComparison.Ordinal)
               select new RuleFault(name, cell.Id, $"it holds Norwegian only: its English stands in {file}"),
            .. from cell in english.Cells
               where cells.All(one => one.Id != cell.Id) || english.Cells.Count(one => one.Id == cell.Id) > 1
               select new RuleFault(name, null, $"{file} has a text that is no cell's, or twice that of one: «{cell.Id}»"),
            .. from cell in english.Cells
               where cell.Text.Contains('«', StringComparison.Ordinal)
               select new RuleFault(name, cell.Id, $"English quotes in “…” ({file})"),
        ];
    }

    private static IEnumerable<RuleFault> InCells(NotebookDocument notebook, string name) =>
        from cell in notebook.Cells
        where cell.Type == CellType.Markdown && !Link().IsMatch(cell.Source)
        let text = Heading.Without(cell.Source)
        from fault in new[]
        {
            IsPaired(Quote().Replace(text, "")) ? null : "its Norwegian text ends in the same in English, in italics («*In English.*»)",
            IsPaired(QuoteMark().Replace(string.Concat(Quote().Matches(text).Select(match => match.Value)), "")) ? null : "its quotation ends in the same in English, in italics",
        }
        where fault is not null
        select new RuleFault(name, cell.Id, fault);

    private static bool IsPaired(string text) => string.IsNullOrWhiteSpace(text) || English().IsMatch(text);

    [GeneratedRegex(@"^.*\]\([\w.-]+\.ipynb\).*\z")]
    private static partial Regex Link();

    // A last paragraph that begins and ends with one asterisk.
    [GeneratedRegex(@"(^|\n)\*(?!\*)[^*]([^*]|\*\*)*\*\s*\z")]
    private static partial Regex English();

    [GeneratedRegex(@"^ {0,3}>.*\n?", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^ {0,3}> ?", RegexOptions.Multiline)]
    private static partial Regex QuoteMark();
}
