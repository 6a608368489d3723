namespace Barometer.Analysis.Anonymity;

/// <summary>A count that is a public fact, released without disclosure control.</summary>
/// <param name="Outcome">The outcome's variable in a table of counts, for example <c>population</c>.</param>
/// <param name="ByGroup">Whether it is public for groups too, or only for the whole survey.</param>
public sealed record PublicCount(string Outcome, bool ByGroup);
