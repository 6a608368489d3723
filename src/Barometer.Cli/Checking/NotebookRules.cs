using Barometer.Notebooks.Documents;

namespace Barometer.Cli.Checking;

/// <summary>
/// The rules every notebook keeps, so that it runs under other hosts, reads in order and holds nothing but analysis
/// (docs/notebooks.md).
/// </summary>
internal static class NotebookRules
{
    private const int MostBytes = 1_000_000;
    private static readonly string[] Closing = ["Slik er tallet laget", "How this number is made"];

    /// <summary>All that is wrong with the notebook at <paramref name="path"/>; <paramref name="name"/> stands for it in messages.</summary>
    public static IEnumerable<RuleFault> Check(string path, string name)
    {
        var notebook = NotebookDocument.Read(path);
        return [.. Whole(path, notebook).Select(fault => new RuleFault(name, null, fault)), .. Cells(notebook, name)];
    }

    private static IEnumerable<string> Whole(string path, NotebookDocument notebook)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            yield return "the stored file is over 1 MB: show fewer or smaller pictures";
        }

        if (notebook.Cells is not [{ Kind: CellKind.Markdown } first, ..] || !first.Source.StartsWith("# ", StringComparison.Ordinal))
        {
            yield return "it starts with a markdown cell whose first line is the title («# …»)";
        }

        if (notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code)?.Source.Trim() != "#!import load.cs")
        {
            yield return "its first code cell is «#!import load.cs», alone";
        }

        foreach (var words in Closing.Where(words => !notebook.Cells.Any(cell => cell.Source.Contains(words, StringComparison.Ordinal))))
        {
            yield return $"it tells how the numbers are made under «{words}»";
        }

        foreach (var fault in HeadingRules.Check(notebook).Concat(MetadataRules.Check(path)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RuleFault> Cells(NotebookDocument notebook, string name) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Code
        from fault in CodeRules.Check(cell.Source).Concat(OutputRules.Check(cell))
        select new RuleFault(name, cell.Id, fault);
}
