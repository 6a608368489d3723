namespace SurveyStatistics.Replicates;

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
