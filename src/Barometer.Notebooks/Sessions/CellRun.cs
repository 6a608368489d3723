namespace Barometer.Notebooks.Sessions;

/// <summary>How the code of a cell ended.</summary>
/// <param name="End">In which way.</param>
/// <param name="Exception">What it threw, when it did.</param>
internal readonly record struct CellRun(CellEnd End, Exception? Exception = null);

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
