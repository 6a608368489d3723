namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>An answer, and who of a set of respondents gave it.</summary>
/// <param name="Key">The answer's name within its question, the same in every table.</param>
/// <param name="Givers">Those of the set who gave it.</param>
internal sealed record Answer(string Key, RowSet Givers);
