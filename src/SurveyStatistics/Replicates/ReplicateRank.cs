namespace SurveyStatistics.Replicates;

/// <summary>
/// The rank of replicate weights: how many replicates are no combination of others. As in R's <c>degf</c> a replicate
/// counts when what the others leave of it is above 10⁻⁵ of its length.
/// </summary>
internal static class ReplicateRank
{
    private const double Tolerance = 1e-5;

    /// <summary>The rank of a matrix of rows by replicates.</summary>
    public static int Of(double[] weights, int rows, int replicates)
    {
        // If some of the rows tell all replicates apart, all of them do.
        var some = replicates + (replicates / 4);
        return rows > 2 * some && Of(weights, rows, replicates, rows / some) == replicates
            ? replicates
            : Of(weights, rows, replicates, 1);
    }

    // Gram and Schmidt's orthogonalisation of every replicate, over each so-manyth row.
    private static int Of(double[] weights, int rows, int replicates, int stride)
    {
        var length = rows / stride;
        var basis = new List<double[]>();
        for (var replicate = 0; replicate < replicates && basis.Count < length; replicate++)
        {
            var own = new double[length];
            for (var i = 0; i < length; i++)
            {
                own[i] = weights[(i * stride * replicates) + replicate];
            }

            var before = Math.Sqrt(BlockArithmetic.Product(own, own));
            foreach (var vector in basis)
            {
                BlockArithmetic.AddProduct(vector, -BlockArithmetic.Product(own, vector), own);
            }

            var left = Math.Sqrt(BlockArithmetic.Product(own, own));
            if (left > Tolerance * before)
            {
                basis.Add(Array.ConvertAll(own, one => one / left));
            }
        }

        return basis.Count;
    }
}
