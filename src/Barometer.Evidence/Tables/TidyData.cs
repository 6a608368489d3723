namespace Barometer.Evidence.Tables;

/// <summary>The numbers behind a table or figure for other programs: one row a cell, invariant formats.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The fields, one for each column; an empty field where there is no value.</param>
public sealed record TidyData(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
