namespace Barometer.Notebooks.Sessions;

/// <summary>In which way the code of a cell ended.</summary>
internal enum CellEnd
{
    /// <summary>At its end.</summary>
    Completed,

    /// <summary>By an exception.</summary>
    Threw,

    /// <summary>It was stopped at the time limit.</summary>
    TimedOut,

    /// <summary>It was stopped by the caller.</summary>
    Interrupted,
}
