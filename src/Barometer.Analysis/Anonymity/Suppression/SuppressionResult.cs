namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>What was chosen to be hidden.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Unmet">The demands that no pattern can meet, because of what is published already.</param>
/// <param name="IsProvenCheapest">Whether no pattern that meets the demands of readers and insiders costs less.</param>
internal sealed record SuppressionResult(Pattern Pattern, IReadOnlyList<Demand> Unmet, bool IsProvenCheapest);
