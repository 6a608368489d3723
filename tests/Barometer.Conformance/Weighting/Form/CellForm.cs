namespace Barometer.Conformance.Weighting.Form;

/// <summary>The count of one cell.</summary>
internal sealed record CellForm
{
    /// <summary>The levels, in the order of the variables.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>The number of population units.</summary>
    public required double Count { get; init; }
}
