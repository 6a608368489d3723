namespace Barometer.Notebooks.Sessions;

/// <summary>How a cell ended.</summary>
/// <param name="Failure">What went wrong, or null when nothing did.</param>
/// <param name="Elapsed">How long it took, compilation included.</param>
public sealed record CellOutcome(CellFailure? Failure, TimeSpan Elapsed)
{
    /// <summary>The outcome in one word.</summary>
    public CellStatus Status => Failure switch
    {
        null => CellStatus.Succeeded,
        { Kind: FailureKind.Cancelled } => CellStatus.Cancelled,
        _ => CellStatus.Failed,
    };
}
