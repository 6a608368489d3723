namespace Barometer.Conformance.Weighting.Form;

/// <summary>A condition on a row; all that is said must hold, and a missing value never does.</summary>
internal sealed record ConditionForm
{
    /// <summary>The column.</summary>
    public required string Variable { get; init; }

    /// <summary>The levels, or the numbers as text, one of which the row has.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The largest number allowed.</summary>
    public double? AtMost { get; init; }

    /// <summary>The number that must be exceeded.</summary>
    public double? Above { get; init; }

    /// <summary>The number that must not be reached.</summary>
    public double? Below { get; init; }

    /// <summary>Whether a number meets the condition.</summary>
    public bool Holds(double value) =>
        value >= (AtLeast ?? double.NegativeInfinity)
        && value <= (AtMost ?? double.PositiveInfinity)
        && (Above is null || value > Above)
        && (Below is null || value < Below);
}
