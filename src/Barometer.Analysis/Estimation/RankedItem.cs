namespace Barometer.Analysis.Estimation;

/// <summary>An item's place among others, with what is certain of it.</summary>
/// <param name="Share">The item's share.</param>
/// <param name="Rank">Its rank by the estimate, 1 for the largest; equal shares have the same rank.</param>
/// <param name="Highest">The best rank that the sample leaves open: one more than the items surely above it.</param>
/// <param name="Lowest">The worst rank that the sample leaves open.</param>
public sealed record RankedItem(Estimate Share, int Rank, int Highest, int Lowest) : UnreleasedRecord
{
    /// <summary>Whether the sample leaves no doubt about the rank.</summary>
    public bool IsCertain => Highest == Lowest;
}
