namespace Barometer.Conformance.Weighting.Form;

/// <summary>The expected numbers, or that there shall be none.</summary>
internal sealed record ExpectedForm
{
    /// <summary>Whether the library shall refuse.</summary>
    public bool Refuses { get; init; }

    /// <summary>A text that the refusal's message holds.</summary>
    public string? Message { get; init; }

    /// <summary>Estimates with their labels.</summary>
    public IReadOnlyList<RowForm> Rows { get; init; } = [];

    /// <summary>Single numbers, by name; null is not compared.</summary>
    public IReadOnlyDictionary<string, double?> Values { get; init; } = new Dictionary<string, double?>();

    /// <summary>Lists of numbers, by name, compared in order; null is not compared.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double?>> Vectors { get; init; } = new Dictionary<string, IReadOnlyList<double?>>();
}
