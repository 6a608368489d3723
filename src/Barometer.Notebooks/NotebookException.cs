namespace Barometer.Notebooks;

/// <summary>A notebook that can't be read, or a host that is used in a way it can't be. Errors in cells are results, not exceptions.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>Reports <paramref name="problem"/>.</summary>
    public NotebookException(NotebookProblem problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public NotebookProblem Problem { get; }
}
