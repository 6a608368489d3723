namespace Barometer.Notebooks.Compiling;

/// <summary>A cell that can't be run as it is written.</summary>
internal sealed class CellFault(FailureKind kind, int? line, string message, IReadOnlyList<string> trace) : Exception(message)
{
    /// <summary>Unsupported code, or code that doesn't compile.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>The line in the cell, from 1.</summary>
    public int? Line { get; } = line;

    /// <summary>The places that led here.</summary>
    public IReadOnlyList<string> Trace { get; } = trace;

    /// <summary>Something this host doesn't have, in a line of <paramref name="name"/>.</summary>
    public static CellFault Unsupported(string name, int line, string message) =>
        new(FailureKind.Unsupported, line, message, [FormattableString.Invariant($"{name}, line {line}")]);

    /// <summary>The same in an imported file: the cell's line is the one that imports it.</summary>
    public CellFault ImportedAt(int line) => new(Kind, line, Message, Trace);
}
