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

/// <summary>How replicates' deviations become a variance: scale × Σ scaleᵣ (θᵣ − θ)².</summary>
/// <param name="Scale">The factor of all squared deviations.</param>
/// <param name="OfReplicates">A factor for each replicate; null for ones.</param>
/// <param name="AroundEstimate">
/// Whether θ is the full sample's estimate; else the mean over the replicates with a factor above zero.
/// </param>
internal sealed record ReplicateScaling(double Scale, double[]? OfReplicates, bool AroundEstimate)
{
    /// <summary>The factor of a replicate.</summary>
    public double Of(int replicate) => OfReplicates?[replicate] ?? 1;

    /// <summary>
    /// The covariance matrix of numbers estimated together (<c>svrVar</c> in R's survey package). Replicates that lack one
    /// of them are left out, as in R; it is NaN when all do.
    /// </summary>
    /// <param name="estimates">The full sample's numbers.</param>
    /// <param name="replicates">For each number its value in every replicate; centred on return.</param>
    public double[,] Covariance(double[] estimates, double[][] replicates)
    {
        var count = replicates[0].Length;
        var factors = new double[count];
        var kept = 0;
        for (var r = 0; r < count; r++)
        {
            var isKept = Array.TrueForAll(replicates, one => double.IsFinite(one[r]));
            factors[r] = isKept ? Of(r) : 0;
            kept += factors[r] > 0 ? 1 : 0;
        }

        for (var i = 0; i < estimates.Length; i++)
        {
            Centre(replicates[i], factors, AroundEstimate ? estimates[i] : Mean(replicates[i], factors, kept));
        }

        var covariance = new double[estimates.Length, estimates.Length];
        for (var i = 0; i < estimates.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariance[i, j] = kept == 0 ? double.NaN : Scale * Product(replicates[i], replicates[j], factors);
                covariance[j, i] = covariance[i, j];
            }
        }

        return covariance;
    }

    private static double Mean(double[] values, double[] factors, int kept)
    {
        var sum = 0.0;
        for (var r = 0; r < values.Length; r++)
        {
            sum += factors[r] > 0 ? values[r] : 0;
        }

        return sum / kept;
    }

    private static void Centre(double[] values, double[] factors, double centre)
    {
        for (var r = 0; r < values.Length; r++)
        {
            values[r] = factors[r] > 0 ? values[r] - centre : 0;
        }
    }

    private static double Product(double[] a, double[] b, double[] factors)
    {
        var sum = 0.0;
        for (var r = 0; r < a.Length; r++)
        {
            sum += factors[r] * a[r] * b[r];
        }

        return sum;
    }
}
