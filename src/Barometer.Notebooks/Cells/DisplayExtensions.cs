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

/// <summary>Something that a cell has shown, and that it may show anew in the same place: progress, above all.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _ids;

    internal DisplayedValue(CellScope cell, object? value)
    {
        var name = Guid.NewGuid().ToString("N");
        string Id(int output) => FormattableString.Invariant($"{name}-{output}");
        _ids = [.. Enumerable.Range(0, cell.Display(value, Id)).Select(Id)];
    }

    /// <summary>Shows <paramref name="value"/> in the place of what was shown before, from this cell or a later one.</summary>
    /// <exception cref="NotebookException">No cell is running.</exception>
    public void Update(object? value) => DisplayExtensions.RunningCell().Update(value, _ids);
}
