namespace Barometer.Notebooks.Sessions;

/// <summary>How the code of a cell ended.</summary>
/// <param name="End">In which way.</param>
/// <param name="Exception">What it threw, when it did; of a cell that was stopped, where it was.</param>
/// <param name="IsLeftBehind">Whether it was told to stop, and hasn't.</param>
internal readonly record struct CellRun(CellEnd End, Exception? Exception = null, bool IsLeftBehind = false);
