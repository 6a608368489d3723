namespace Barometer.Evidence.Tables;

/// <summary>One column of a table.</summary>
/// <param name="Id">The column's name in data files: lower case, words joined by underscores.</param>
/// <param name="Header">The header a reader sees, with the unit where the column has one.</param>
/// <param name="IsNumeric">Whether its cells are numbers, aligned to the right.</param>
/// <param name="IsRowHeader">Whether its cells say what the row is about.</param>
public sealed record TableColumn(string Id, LocalizedText Header, bool IsNumeric, bool IsRowHeader = false);
