namespace SurveyStatistics.Estimation;

/// <summary>
/// Items in order of their shares, with the ranks that the sample leaves open. All pairs are compared by the t test of
/// their difference; with Holm's adjustment the open ranks hold together for all items at the confidence level (Klein,
/// Wright and Wieczorek 2020 build joint ranks from joint comparisons in the same way).
/// </summary>
public sealed class Ranking
{
    private const double Rounding = 1e-12;

    internal Ranking(EstimateTable shares, IReadOnlyList<RankedItem> items, double level) => (Shares, Items, Level) = (shares, items, level);

    /// <summary>The shares, the largest first.</summary>
    public EstimateTable Shares { get; }

    /// <summary>The items, the largest share first.</summary>
    public IReadOnlyList<RankedItem> Items { get; }

    /// <summary>The joint confidence level of the open ranks.</summary>
    public double Level { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Items.Select(item => FormattableString.Invariant($"{item.Rank} ({item.Highest}–{item.Lowest}): {item.Share.Outcome.Variable}")));

    /// <summary>Ranks shares that were estimated together.</summary>
    internal static IReadOnlyList<RankedItem> Rank(IReadOnlyList<Estimate> shares, EstimateVector vector, double degreesOfFreedom, double level)
    {
        var pairs = new List<(int A, int B, double P)>();
        for (var a = 0; a < shares.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var variance = vector.Covariance[a, a] + vector.Covariance[b, b] - (2 * vector.Covariance[a, b]);
                var difference = vector.Values[a] - vector.Values[b];

                // Shares that the design fixes differ by no more than rounding when they are the same.
                var p = double.IsNaN(variance) || Math.Abs(difference) <= Rounding ? 1 : variance > 0 ? Distributions.StudentTwoSided(difference / Math.Sqrt(variance), degreesOfFreedom) : difference == 0 ? 1 : 0;
                pairs.Add((a, b, p));
            }
        }

        var adjusted = PValueAdjustment.Holm([.. pairs.Select(pair => pair.P)]);
        var (above, below) = (new int[shares.Count], new int[shares.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (adjusted[i] < 1 - level)
            {
                var (larger, smaller) = vector.Values[pairs[i].A] > vector.Values[pairs[i].B] ? (pairs[i].A, pairs[i].B) : (pairs[i].B, pairs[i].A);
                below[larger]++;
                above[smaller]++;
            }
        }

        return [.. Enumerable.Range(0, shares.Count)
            .OrderByDescending(i => vector.Values[i])
            .Select(i => new RankedItem(shares[i], 1 + vector.Values.Count(value => value > vector.Values[i]), 1 + above[i], shares.Count - below[i]))];
    }
}

/// <summary>An item's place among others, with what is certain of it.</summary>
/// <param name="Share">The item's share.</param>
/// <param name="Rank">Its rank by the estimate, 1 for the largest; equal shares have the same rank.</param>
/// <param name="Highest">The best rank that the sample leaves open: one more than the items surely above it.</param>
/// <param name="Lowest">The worst rank that the sample leaves open.</param>
public sealed record RankedItem(Estimate Share, int Rank, int Highest, int Lowest)
{
    /// <summary>Whether the sample leaves no doubt about the rank.</summary>
    public bool IsCertain => Highest == Lowest;
}
