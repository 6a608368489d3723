namespace Barometer.Conformance.Weighting.Form;

/// <summary>Something known of the population: counts of cells, the sum of a number, or the number of units.</summary>
internal sealed record TotalForm
{
    /// <summary>Counts: the variables crossed.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Counts: each cell's levels and count; null to count the frame.</summary>
    public IReadOnlyList<CellForm>? Counts { get; init; }

    /// <summary>A sum: the number summed.</summary>
    public string? SumOf { get; init; }

    /// <summary>A sum: its total; null for the frame's.</summary>
    public double? Total { get; init; }

    /// <summary>The number of units in the population.</summary>
    public double? Units { get; init; }
}
