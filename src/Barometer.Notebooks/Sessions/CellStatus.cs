namespace Barometer.Notebooks.Sessions;

/// <summary>How far a cell has come.</summary>
public enum CellStatus
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
