namespace Barometer.Notebooks.Running;

/// <summary>How one code cell of a notebook fared.</summary>
/// <param name="Number">Its number among the code cells, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Status">How it ended, or that it wasn't run.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CellResult(int Number, string Id, CellStatus Status, TimeSpan Elapsed);
