namespace SurveyStatistics.Replicates;

/// <summary>
/// The weights of every replicate, kept as compactly as the method allows, and what makes a variance of them. Immutable.
/// </summary>
public abstract class ReplicateWeights
{
    private protected ReplicateWeights(ReplicateScaling scaling, int rows, int count, int degreesOfFreedom) =>
        (Scaling, Rows, Count, DegreesOfFreedom) = (scaling, rows, count, degreesOfFreedom);

    /// <summary>The number of replicates.</summary>
    public int Count { get; }

    /// <summary>The factor of all squared deviations.</summary>
    public double Scale => Scaling.Scale;

    /// <summary>Whether deviations are from the full sample's estimate rather than from the replicates' mean (R's <c>mse</c>).</summary>
    public bool AroundEstimate => Scaling.AroundEstimate;

    /// <summary>
    /// The degrees of freedom that the replicates have: the rank of their weights less one (<c>degf</c> in R's survey
    /// package).
    /// </summary>
    public int DegreesOfFreedom { get; }

    /// <summary>How deviations become a variance.</summary>
    internal ReplicateScaling Scaling { get; }

    /// <summary>The number of respondents.</summary>
    internal int Rows { get; }

    /// <summary>The factor of the squared deviation of one replicate.</summary>
    /// <param name="replicate">From 0 up to, not including, <see cref="Count"/>.</param>
    public double ScaleOf(int replicate) => Scaling.Of(Checked(replicate));

    /// <summary>For each respondent its weight in one replicate.</summary>
    /// <param name="replicate">From 0 up to, not including, <see cref="Count"/>.</param>
    public double[] Of(int replicate)
    {
        var weights = new double[Rows];
        Fill(Checked(replicate), weights);
        return weights;
    }

    /// <summary>The method, in short.</summary>
    public sealed override string ToString() => FormattableString.Invariant($"{Count} replicates, {DegreesOfFreedom} degrees of freedom");

    /// <summary>Writes each respondent's weight in one replicate.</summary>
    internal abstract void Fill(int replicate, Span<double> weights);

    /// <summary>The replicates with each respondent's weights multiplied by a factor.</summary>
    internal abstract ReplicateWeights Times(double[] factors);

    /// <summary>
    /// Weighted totals in every replicate, one array a total, ordered by column, then group.
    /// </summary>
    /// <param name="group">For each row its group, or −1 to leave it out.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="columns">The variables, one value a row; read only where the row has a group.</param>
    internal abstract double[][] Totals(int[] group, int groups, IReadOnlyList<double[]> columns);

    private int Checked(int replicate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(replicate, Count);
        return replicate;
    }
}
