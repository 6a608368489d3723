namespace Barometer.Evidence.Figures.Description;

/// <summary>One divided bar. Numbers are in the axis's unit.</summary>
internal sealed record StackedRow
{
    /// <summary>What the bar is about, with the number of answers where bars differ in it.</summary>
    public required string Label { get; init; }

    /// <summary>The heading the bar stands under, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The parts from left to right; none when the bar may not be shown.</summary>
    public required IReadOnlyList<StackedSegment> Segments { get; init; }

    /// <summary>The number at the right; empty when there is none.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>All that is known of the bar in one line.</summary>
    public required string Spoken { get; init; }

    /// <summary>Whether the bar is about everybody («Alle»).</summary>
    public bool IsTotal { get; init; }
}
