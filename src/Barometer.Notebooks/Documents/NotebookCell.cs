namespace Barometer.Notebooks.Documents;

/// <summary>One cell as it stands in the file.</summary>
/// <param name="Id">The cell's id, unique in the notebook.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Number">Its number among the code cells, from 1; null when it holds no code.</param>
/// <param name="Source">Its text, lines separated by <c>\n</c>.</param>
/// <param name="Language">The language that its metadata names (<c>csharp</c>, <c>html</c>), or null when they name none.</param>
public sealed record NotebookCell(string Id, CellKind Kind, int? Number, string Source, string? Language)
{
    /// <summary>The stored outputs as one line of JSON; empty when the cell has none. What it holds is compared and searched, never run.</summary>
    public string OutputText { get; init; } = "";

    /// <summary>Whether there is anything to run: a code cell that isn't blank.</summary>
    public bool IsRunnable => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source);
}
