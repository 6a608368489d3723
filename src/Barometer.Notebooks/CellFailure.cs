namespace Barometer.Notebooks;

/// <summary>Why a cell didn't run to its end.</summary>
internal enum FailureKind
{
    /// <summary>The cell uses something this host doesn't have: another language, a magic command.</summary>
    Unsupported,

    /// <summary>The judge of whoever runs the notebook doesn't let the cell run.</summary>
    Refused,

    /// <summary>The cell doesn't compile.</summary>
    Compilation,

    /// <summary>The cell's code threw an exception.</summary>
    Exception,

    /// <summary>The cell took longer than it may.</summary>
    TimeLimit,

    /// <summary>The cell's outputs are larger than a notebook may store.</summary>
    OutputLimit,

    /// <summary>The caller stopped it.</summary>
    Cancelled,
}

/// <summary>What went wrong in a cell, without data: it is told on a terminal, in logs and in stored notebooks.</summary>
internal sealed record CellFailure
{
    /// <summary>Why the cell didn't run to its end.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>The cell's number among the code cells, from 1.</summary>
    public required int CellNumber { get; init; }

    /// <summary>The cell's id.</summary>
    public required string CellId { get; init; }

    /// <summary>The line in the cell, from 1; null when it isn't known.</summary>
    public int? Line { get; init; }

    /// <summary>The name of the error: an exception's type, or <see cref="Kind"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The message: known to hold no data, or a sentence in its place.</summary>
    public required string Message { get; init; }

    /// <summary>Whether <see cref="Message"/> stands in the place of an exception's own, which may hold data.</summary>
    public bool IsMessageHidden { get; init; }

    /// <summary>The places in cells and imported files that led here, innermost first: <c>cell 3, line 2</c>.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>A failure whose message holds no data and that is named by its kind.</summary>
    internal static CellFailure Of(FailureKind kind, int cellNumber, string cellId, string message, int? line = null) => new()
    {
        Kind = kind,
        CellNumber = cellNumber,
        CellId = cellId,
        Line = line,
        Name = kind.ToString(),
        Message = message,
    };

    /// <summary>The failure as text for whoever ran the cell.</summary>
    public override string ToString()
    {
        var cell = FormattableString.Invariant($"cell {CellNumber} ({CellId})");
        var line = Line is null ? "" : FormattableString.Invariant($", line {Line}");
        return Kind switch
        {
            FailureKind.Compilation => $"{cell} doesn't compile\n  {Message.Replace("\n", "\n  ", StringComparison.Ordinal)}",
            FailureKind.Refused => $"{cell} was not run\n  {Message.Replace("\n", "\n  ", StringComparison.Ordinal)}",
            FailureKind.Exception => $"{cell}{line}: {(IsMessageHidden ? $"{Name}: " : "")}{Message}{string.Concat(Steps.Select(frame => $"\n  at {frame}"))}",
            _ => $"{cell}{line}: {Message}",
        };
    }

    // One step that says what the headline says is no trace.
    private IEnumerable<string> Steps => Trace is [var only] && only == FormattableString.Invariant($"cell {CellNumber}, line {Line}") ? [] : Trace;
}
