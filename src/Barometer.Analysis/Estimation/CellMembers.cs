namespace Barometer.Analysis.Estimation;

/// <summary>
/// The respondents behind one estimate: what disclosure control needs and nobody else may see. Rows are row numbers in
/// the survey's response table, so that cells of different tables about the same respondents are recognised as one.
/// </summary>
/// <param name="BaseRows">The rows in the base, ascending.</param>
/// <param name="CountedRows">For a share: the rows that gave the answer, ascending; null for means and totals of numbers.</param>
internal sealed record CellMembers(int[] BaseRows, int[]? CountedRows);
