using Barometer.Notebooks.Sessions;

namespace Barometer.Notebooks.Cells;

/// <summary>What a cell may call to show something before its end. Every cell has it without a <c>using</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> as an output of the cell that is running; null shows as «null».</summary>
    /// <exception cref="NotebookException">No cell is running.</exception>
    public static void Display(this object? value)
    {
        var cell = CellScope.Current
            ?? throw new NotebookException(new NotebookProblem("Display() shows nothing here", Expected: "a call from a cell that is running"));
        cell.Display(value);
    }
}
