namespace SurveyStatistics.Estimation;

/// <summary>What a coefficient belongs to.</summary>
/// <param name="Term">The model term as written, for example <c>size_band</c> or <c>log(employees)</c>; empty for the constant.</param>
/// <param name="Categories">The categories that the coefficient compares with the reference; empty for a number.</param>
public sealed record CoefficientName(string Term, IReadOnlyList<(string Variable, string Category)> Categories)
{
    /// <summary>The name in one word: <c>size_band=50-99</c>.</summary>
    public override string ToString() => Term.Length == 0
        ? "(constant)"
        : Categories.Count == 0 ? Term : string.Join(':', Categories.Select(one => $"{one.Variable}={one.Category}"));
}
