namespace Barometer.Evidence.Tables.Export;

/// <summary>A cell for a spreadsheet: words or a symbol, or a number with its decimals.</summary>
/// <param name="Text">The words; null for a number.</param>
/// <param name="Number">The number, rounded as it is shown.</param>
/// <param name="Decimals">The decimals it is shown with.</param>
/// <param name="IsPercent">Whether it is a share of one to be read as per cent.</param>
internal sealed record PlainCell(string? Text, decimal Number = 0, int Decimals = 0, bool IsPercent = false);
