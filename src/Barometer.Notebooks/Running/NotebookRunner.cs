using System.Reflection;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Runs notebooks without a user: each from its first cell to its last in a session of its own. Several may run at the
/// same time; they share what the compiler knows of the framework, and nothing that their cells do.
/// </summary>
internal sealed class NotebookRunner : IDisposable
{
    private readonly CSharpEngine _engine = new();

    /// <summary>Runs the notebook at <paramref name="path"/>. It isn't written: that is the caller's, who may want to compare first.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="options">Limits and hooks; null for the defaults.</param>
    /// <param name="progress">Hears of each cell's start and end.</param>
    /// <param name="cancel">Stops the cell that is running, within its grace, and with it the run.</param>
    /// <returns>The notebook with its new outputs. An error in a cell, a limit and a cancellation are told by <see cref="NotebookRunResult.Failure"/>.</returns>
    /// <exception cref="NotebookException">The file can't be read, or isn't a C# notebook.</exception>
    public async Task<NotebookRunResult> RunAsync(
        string path,
        NotebookRunOptions? options = null,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var document = NotebookDocument.Read(path).WithUsualIds();
        var run = new NotebookRun(path, document, options ?? new NotebookRunOptions(), progress);
        return await run.RunAsync(_engine, cancel).ConfigureAwait(false);
    }

    /// <summary>Gives the console back.</summary>
    public void Dispose() => _engine.Dispose();
}

/// <summary>How a notebook is run and what is stored of it.</summary>
internal sealed record NotebookRunOptions
{
    /// <summary>How long a cell may run; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan CellTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a cell that is told to stop may take to do so before it is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes that all outputs of one notebook may take in the file.</summary>
    public int OutputLimit { get; init; } = 1_000_000;

    /// <summary>
    /// Sees every output that is stored, in order, after its cell has ended, with the object that was shown. What it throws
    /// ends the run and is thrown by it.
    /// </summary>
    public Action<CellOutput>? OutputSeen { get; init; }

    /// <summary>
    /// Libraries that the notebook shares with this program. Where it names one of them by <c>#r</c>, of this very build, the
    /// assemblies of that folder are this program's own, and what a cell shows is of its types. Another build of one isn't
    /// taken: the cell fails.
    /// </summary>
    public IReadOnlyList<Assembly> HostLibraries { get; init; } = [];

    /// <summary>What keeps a piece of code from being run; every cell is judged before the first one runs.</summary>
    public Func<CodePart, IReadOnlyList<string>> Judge { get; init; } = _ => [];

    /// <summary>
    /// The folder that paths in outputs are told from. By default the nearest folder above the notebook with a
    /// <c>.git</c>, or the notebook's own.
    /// </summary>
    public string? Root { get; init; }
}

/// <summary>How a notebook fared.</summary>
/// <param name="Path">Its path, as it was given.</param>
/// <param name="Document">The notebook with the outputs of this run; cells after a failure have none. Nothing is written yet.</param>
/// <param name="Cells">Its code cells in their order.</param>
/// <param name="Failures">What stopped it: every cell that the judge refused, or the one that failed; none when it ran to its end.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record NotebookRunResult(
    string Path,
    NotebookDocument Document,
    IReadOnlyList<CellResult> Cells,
    IReadOnlyList<CellFailure> Failures,
    TimeSpan Elapsed)
{
    /// <summary>What stopped it first, or null when it ran to its end.</summary>
    public CellFailure? Failure => Failures.Count == 0 ? null : Failures[0];

    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Failure is null;
}

/// <summary>How one code cell of a notebook fared.</summary>
/// <param name="Number">Its number among the code cells, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">How it ended, or that it wasn't run.</param>
internal sealed record CellResult(int Number, string Id, CellState State);

/// <summary>Said when a cell starts and when it ends.</summary>
/// <param name="Notebook">The notebook's path, as it was given.</param>
/// <param name="Cell">The cell's number among the code cells, from 1.</param>
/// <param name="Cells">How many code cells the notebook has.</param>
/// <param name="State">Running, or how the cell ended.</param>
internal sealed record CellProgress(string Notebook, int Cell, int Cells, CellState State);

/// <summary>How far a cell has come.</summary>
internal enum CellState
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
