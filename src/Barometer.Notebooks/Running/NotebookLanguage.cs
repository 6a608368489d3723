namespace Barometer.Notebooks.Running;

/// <summary>Lets only C# through: notebooks and cells may name another language in their metadata.</summary>
internal static class NotebookLanguage
{
    /// <summary>Checks the notebook and its code cells; what names no language counts as C#.</summary>
    /// <exception cref="NotebookException">Something is in another language.</exception>
    public static void Check(string path, NotebookDocument document)
    {
        Check(path, document.Language, "The notebook");
        foreach (var cell in document.Cells.Where(cell => cell.IsRunnable))
        {
            Check(path, cell.Language, FormattableString.Invariant($"Code cell {cell.Number} ({cell.Id})"));
        }
    }

    private static void Check(string path, string? language, string what)
    {
        if (language is not (null or "" or "C#" or "csharp" or "c#"))
        {
            throw new NotebookException(new NotebookProblem(
                $"{what} isn't in C#", path, "C#", language, "change the cell's language, or make it a Markdown cell"));
        }
    }
}
