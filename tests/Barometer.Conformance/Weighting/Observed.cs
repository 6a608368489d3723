namespace Barometer.Conformance.Weighting;

/// <summary>What the library gave for a case.</summary>
internal sealed class Observed
{
    /// <summary>Estimates with their labels.</summary>
    public IReadOnlyList<ObservedRow> Rows { get; init; } = [];

    /// <summary>Single numbers, by name.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    /// <summary>Lists of numbers, by name.</summary>
    public IReadOnlyDictionary<string, double[]> Vectors { get; init; } = new Dictionary<string, double[]>();
}
