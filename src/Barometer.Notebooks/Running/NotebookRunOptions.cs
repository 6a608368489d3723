namespace Barometer.Notebooks.Running;

/// <summary>How a notebook is run and what is stored of it.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>How long a cell may run; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan CellTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a cell that is told to stop may take to do so before it is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes that all outputs of one notebook may take in the file.</summary>
    public int OutputLimit { get; init; } = 1_000_000;

    /// <summary>
    /// Sees every output before it is stored, in order, after its cell has ended. It gives back what to store: the bundle,
    /// one with fewer or other forms, or null to store nothing. What it throws ends the run and is thrown by it.
    /// </summary>
    public Func<CellOutput, MimeBundle?>? OutputFilter { get; init; }

    /// <summary>Whether an exception's message is known to hold no data, so that the notebook may store it.</summary>
    public Func<Exception, bool> IsSafeMessage { get; init; } = SafeMessages.AreMarked;

    /// <summary>
    /// The folder that paths in outputs are told from. By default the nearest folder above the notebook with a
    /// <c>.git</c>, or the notebook's own.
    /// </summary>
    public string? Root { get; init; }
}
