using System.Text;

namespace Barometer.Notebooks;

/// <summary>A notebook that can't be read, or a host that is used in a way it can't be. Errors in cells are results, not exceptions.</summary>
internal sealed class NotebookException : Exception
{
    /// <summary>Reports <paramref name="problem"/>.</summary>
    public NotebookException(NotebookProblem problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public NotebookProblem Problem { get; }
}

/// <summary>One thing that is wrong with a notebook or with how it is run, said so that its author can mend it.</summary>
/// <param name="What">What is wrong, in one short sentence.</param>
/// <param name="Where">The file, and where known the cell, the line and the place in the file.</param>
/// <param name="Expected">What would have been right, or null.</param>
/// <param name="Got">What was there, or null.</param>
/// <param name="Hint">What to do about it, or null.</param>
internal sealed record NotebookProblem(
    string What,
    string? Where = null,
    string? Expected = null,
    string? Got = null,
    string? Hint = null)
{
    /// <summary>The problem as one paragraph of plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(What);
        if (!string.IsNullOrEmpty(Where))
        {
            text.Append(" (").Append(Where).Append(')');
        }

        Append(text, "expected", Expected);
        Append(text, "got", Got);
        Append(text, "hint", Hint);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("; ").Append(name).Append(": ").Append(value);
        }
    }
}
