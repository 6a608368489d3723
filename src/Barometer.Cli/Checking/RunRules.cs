namespace Barometer.Cli.Checking;

/// <summary>What a notebook that has been run shows: a figure or a table of its own, besides where its numbers come from.</summary>
internal static class RunRules
{
    private const string Provenance = ".Provenance(";

    /// <summary>What is wrong with what it shows; nothing as long as it hasn't been run.</summary>
    public static IEnumerable<string> Check(NotebookDocument notebook)
    {
        if (WasRun(notebook) && !notebook.Cells.Any(Shows))
        {
            yield return "it shows a figure or a table of its own";
        }
    }

    /// <summary>Whether anything is stored under its cells.</summary>
    public static bool WasRun(NotebookDocument notebook) => notebook.Cells.Any(cell => cell.OutputText.Length > 0);

    private static bool Shows(NotebookCell cell) => !cell.Source.Contains(Provenance, StringComparison.Ordinal)
        && (cell.OutputText.Contains("image/png", StringComparison.Ordinal) || cell.OutputText.Contains("<table", StringComparison.Ordinal));
}
