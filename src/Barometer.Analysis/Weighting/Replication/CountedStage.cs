namespace Barometer.Analysis.Weighting.Replication;

/// <summary>
/// How often each sampling unit of a stage is in each replicate, in a byte each, and what that makes of its weight: a unit
/// counted m times gets the factor base + step × m of its stratum.
/// </summary>
/// <param name="Unit">For each row its unit; null when every row is its own unit.</param>
/// <param name="Counts">Units by replicates.</param>
/// <param name="Base">For each unit the factor of a unit not counted.</param>
/// <param name="Step">For each unit what each count adds.</param>
internal sealed record CountedStage(int[]? Unit, byte[] Counts, double[] Base, double[] Step)
{
    /// <summary>The unit of a row.</summary>
    public int UnitOf(int row) => Unit is null ? row : Unit[row];
}
