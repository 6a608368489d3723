using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>What is said in Norwegian is said in English under it, in italics; a quotation has its own English inside it.</summary>
internal static partial class LanguageRules
{
    /// <summary>The cell's text that has no English under it; headings alone need none, nor does a line with a link to a notebook.</summary>
    public static IEnumerable<RuleFault> Check(NotebookDocument notebook, string name) =>
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
