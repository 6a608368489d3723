namespace Barometer.Evidence.Tables;

/// <summary>Whether an estimate out of a release may be shown.</summary>
internal static class ReleasedCell
{
    /// <summary>True for a published or rounded estimate, false for a suppressed one.</summary>
    /// <exception cref="InvalidOperationException">No release has decided: a fault in the release, never to be shown.</exception>
    public static bool IsShown(ReleasedEstimate estimate) => estimate.Status switch
    {
        CellStatus.Published or CellStatus.Rounded => true,
        CellStatus.Suppressed => false,
        _ => throw new InvalidOperationException("A released table holds an estimate that no release has decided on."),
    };

    /// <summary>True for a published estimate, false for one that is suppressed or rounded: what may be computed with.</summary>
    public static bool IsExact(ReleasedEstimate estimate) => IsShown(estimate) && estimate.Status == CellStatus.Published;
}
