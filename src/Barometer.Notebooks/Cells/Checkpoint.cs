using System.ComponentModel;

namespace Barometer.Notebooks.Cells;

/// <summary>A place at which a cell can be stopped. The compiler of cells puts one into every loop and function.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    /// <summary>Goes on, unless the cell is to stop.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public static void Pass() => CellScope.Current?.ThrowIfStopping();
}
