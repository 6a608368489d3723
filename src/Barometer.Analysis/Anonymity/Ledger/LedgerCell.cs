namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>One cell of a released table as the ledger knows it: what it is about and whether it is seen, never its value.</summary>
/// <param name="About">The quantity and the respondents it is of, for example <c>innovated=yes, agency_group=ministry</c>.</param>
/// <param name="Status">Whether it is seen, and if not, why.</param>
public sealed record LedgerCell(string About, CellStatus Status);
