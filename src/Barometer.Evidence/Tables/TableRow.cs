namespace Barometer.Evidence.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Cells">One cell a column.</param>
/// <param name="Section">The heading the row stands under, or null; rows of one section follow one another.</param>
/// <param name="IsTotal">Whether the row is about everybody («Alle»).</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, LocalizedText? Section = null, bool IsTotal = false);
