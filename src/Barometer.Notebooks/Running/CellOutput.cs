namespace Barometer.Notebooks.Running;

/// <summary>One output of a cell on its way into the notebook.</summary>
/// <param name="CellNumber">The cell's number among the code cells, from 1.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Position">The output's place among those that the cell showed, from 1; console text isn't counted.</param>
/// <param name="Bundle">Its forms, with the machine's paths taken out.</param>
public sealed record CellOutput(int CellNumber, string CellId, int Position, MimeBundle Bundle);
