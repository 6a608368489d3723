namespace Barometer.Evidence.Pack;

/// <summary>A figure or table as a notebook gave it to whoever ran it.</summary>
/// <param name="Cell">The number of the cell that showed it.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Bundle">The text of <see cref="Artifacts.ArtifactBundle"/>.</param>
public sealed record PackExhibit(int Cell, string CellId, string Bundle);
