namespace Barometer.Notebooks.Cells;

/// <summary>What a cell may call to show something before its end. Every cell has it without a <c>using</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> as an output of the cell that is running; null shows as «null».</summary>
    /// <returns>What was shown, to be updated in place.</returns>
    /// <exception cref="NotebookException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value) => new(RunningCell(), value);

    /// <summary>The cell that calls.</summary>
    /// <exception cref="NotebookException">There is none.</exception>
    internal static CellScope RunningCell() => CellScope.Current
        ?? throw new NotebookException(new NotebookProblem("Display() shows nothing here", Expected: "a call from a cell that is running"));
}
