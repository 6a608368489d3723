namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>What a reader can work out about a hidden cell.</summary>
/// <param name="Cell">The cell's number in the system.</param>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be; infinite when there is no limit.</param>
/// <param name="WholeLow">The least it can be, in whole numbers.</param>
/// <param name="WholeHigh">The most it can be, in whole numbers.</param>
internal sealed record CellBounds(int Cell, double Low, double High, double WholeLow, double WholeHigh)
{
    /// <summary>Whether the bounds leave one value only.</summary>
    public bool IsExact => High - Low < 1e-6;

    /// <summary>Whether one whole number only is left.</summary>
    public bool IsExactInWholes => WholeHigh - WholeLow < 1e-6;
}
