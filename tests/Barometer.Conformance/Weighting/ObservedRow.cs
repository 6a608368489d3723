namespace Barometer.Conformance.Weighting;

/// <summary>One estimate of ours: labels that say which, and numbers by name.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Category">The answer counted; null for a number.</param>
/// <param name="Groups">The level of each grouping variable; none for everybody.</param>
/// <param name="Probability">The quantile's share; null for other estimates.</param>
/// <param name="Numbers">The numbers.</param>
internal sealed record ObservedRow(
    string Variable, string? Category, IReadOnlyDictionary<string, string> Groups, double? Probability, IReadOnlyDictionary<string, double> Numbers);
