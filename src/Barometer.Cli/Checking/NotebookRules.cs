namespace Barometer.Cli.Checking;

/// <summary>
/// The rules every notebook keeps, so that it runs under other hosts, reads in order and holds nothing but analysis
/// (docs/notebooks.md).
/// </summary>
internal static class NotebookRules
{
    private const int MostBytes = 1_000_000;
    private const string LoadCell = "#!import load.cs";

    /// <summary>All that is wrong with the notebook at <paramref name="path"/>; <paramref name="name"/> stands for it in messages.</summary>
    public static IEnumerable<RuleFault> Check(string path, string name)
    {
        NotebookDocument notebook;
        try
        {
            notebook = NotebookDocument.Read(path);
        }
        catch (NotebookException exception)
        {
            return [new RuleFault(name, null, exception.Problem.What)];
        }

        return [.. Whole(path, notebook).Select(fault => new RuleFault(name, null, fault)), .. LanguageRules.Check(notebook, name), .. Cells(notebook, name)];
    }

    private static IEnumerable<string> Whole(string path, NotebookDocument notebook) =>
    [
        .. SizeOf(path), .. HeadingRules.Check(notebook), .. OrderRules.Check(notebook, Path.GetDirectoryName(path)!), .. MetadataRules.Check(path),
        .. FirstCell(notebook), .. RunRules.Check(notebook),
    ];

    private static IEnumerable<string> SizeOf(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            yield return "the stored file is over 1 MB: show fewer or smaller pictures";
        }
    }

    private static IEnumerable<string> FirstCell(NotebookDocument notebook)
    {
        if (notebook.Cells.FirstOrDefault(IsCode)?.Source.Trim() != LoadCell)
        {
            yield return $"its first code cell is «{LoadCell}», alone";
        }
    }

    private static IEnumerable<RuleFault> Cells(NotebookDocument notebook, string name)
    {
        var load = notebook.Cells.FirstOrDefault(IsCode);
        return
            from cell in notebook.Cells.Where(IsCode)
            let ofCode = cell == load && cell.Source.Trim() == LoadCell ? [] : CodeRules.Check(cell.Source)
            from fault in ofCode.Concat(OutputRules.Check(cell))
            select new RuleFault(name, cell.Id, fault);
    }

    private static bool IsCode(NotebookCell cell) => cell.Kind == CellKind.Code;
}
