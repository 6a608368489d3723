namespace Barometer.Cli.Checking;

/// <summary>
/// Every number in a notebook's own prose says where it comes from, in a comment that readers don't see, and is that
/// number: <c>85&lt;!-- NOS18-INN-A:0 --&gt; prosent</c> (docs/notebooks.md).
/// </summary>
internal static class ProseRules
{
    private const string How = "write where it is from after it, as in «85<!-- NOS18-INN-A:0 -->», or «<!-- not a result -->»";

    /// <summary>The same for the notebook at a path; one that can't be read has no numbers.</summary>
    public static IEnumerable<RuleFault> Check(string path, string name, KnownNumbers known)
    {
        try
        {
            return [.. Check(NotebookDocument.Read(path), name, known)];
        }
        catch (NotebookException)
        {
            return [];
        }
    }

    /// <summary>Whether a notebook quotes numbers of the evidence pack.</summary>
    public static bool Quotes(NotebookDocument notebook) => notebook.Cells
        .Where(cell => cell.Type == CellType.Markdown)
        .SelectMany(cell => ProseNumber.In(cell.Source))
        .Any(number => number.Mark is { } mark && ProseMark.Parse(mark) is { } read && read.InEvidence is not null);

    /// <summary>What is wrong with the numbers of a notebook; none is repeated in a message.</summary>
    public static IEnumerable<RuleFault> Check(NotebookDocument notebook, string name, KnownNumbers known) =>
        from cell in notebook.Cells
        where cell.Type == CellType.Markdown
        from number in ProseNumber.In(cell.Source)
        let fault = FaultOf(number, known, cell.Source)
        where fault is not null
        select new RuleFault(name, cell.Id, FormattableString.Invariant($"line {number.Line}: {fault}"));

    private static string? FaultOf(ProseNumber number, KnownNumbers known, string around)
    {
        if (number.Mark is null)
        {
            return "a number doesn't say where it comes from: " + How;
        }

        if (ProseMark.Parse(number.Mark) is not { } mark)
        {
            return $"the mark «{number.Mark}» can't be read: " + How;
        }

        return mark.IsNoResult ? null : known.Compare(number.Text, mark, around);
    }
}
