namespace Barometer.Notebooks.Cells;

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
