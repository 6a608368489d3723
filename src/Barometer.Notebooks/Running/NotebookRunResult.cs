namespace Barometer.Notebooks.Running;

/// <summary>How a notebook fared.</summary>
/// <param name="Path">Its path, as it was given.</param>
/// <param name="Document">The notebook with the outputs of this run; cells after a failure have none. Nothing is written yet.</param>
/// <param name="Cells">Its code cells in their order.</param>
/// <param name="Failure">What stopped it, or null when it ran to its end.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record NotebookRunResult(
    string Path,
    NotebookDocument Document,
    IReadOnlyList<CellResult> Cells,
    CellFailure? Failure,
    TimeSpan Elapsed)
{
    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Failure is null;
}
