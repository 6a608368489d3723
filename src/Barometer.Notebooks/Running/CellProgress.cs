namespace Barometer.Notebooks.Running;

/// <summary>Said when a cell starts and when it ends.</summary>
/// <param name="Notebook">The notebook's path, as it was given.</param>
/// <param name="Cell">The cell's number among the code cells, from 1.</param>
/// <param name="Cells">How many code cells the notebook has.</param>
/// <param name="Status">Running, or how the cell ended.</param>
/// <param name="Elapsed">How long the cell took; zero when it starts.</param>
public sealed record CellProgress(string Notebook, int Cell, int Cells, CellStatus Status, TimeSpan Elapsed);
