namespace Barometer.Cli.Reproduction;

/// <summary>A notebook that was run, and what it left behind.</summary>
/// <param name="Result">How it fared, and its new document.</param>
/// <param name="Collected">Its figures, tables and checks.</param>
internal sealed record NotebookOutcome(NotebookRunResult Result, ExhibitCollector Collected)
{
    /// <summary>The notebook's name without folder and ending.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Result.Path);

    /// <summary>The notebook's title: its first heading.</summary>
    public LocalizedText Title => Result.Document.Cells
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal)) is { } heading ? Heading.Text(heading[2..]) : new LocalizedText(Name, Name);
}
