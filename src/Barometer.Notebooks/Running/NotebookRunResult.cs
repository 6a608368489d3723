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

/// <summary>How one code cell of a notebook fared.</summary>
/// <param name="Number">Its number among the code cells, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">How it ended, or that it wasn't run.</param>
public sealed record CellResult(int Number, string Id, CellState State);

/// <summary>Said when a cell starts and when it ends.</summary>
/// <param name="Notebook">The notebook's path, as it was given.</param>
/// <param name="Cell">The cell's number among the code cells, from 1.</param>
/// <param name="Cells">How many code cells the notebook has.</param>
/// <param name="State">Running, or how the cell ended.</param>
public sealed record CellProgress(string Notebook, int Cell, int Cells, CellState State);

/// <summary>How far a cell has come.</summary>
public enum CellState
{
    /// <summary>Not run: it is blank, or a cell before it failed.</summary>
    NotRun,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Ran to its end.</summary>
    Succeeded,

    /// <summary>Stopped by an error or a limit.</summary>
    Failed,

    /// <summary>Stopped because the caller wanted it to.</summary>
    Cancelled,
}
