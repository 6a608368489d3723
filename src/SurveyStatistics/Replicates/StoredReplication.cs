namespace SurveyStatistics.Replicates;

/// <summary>Replicate weights from columns of the data (<c>svrepdesign</c> in R's survey package).</summary>
internal sealed class StoredReplication(string[] columns, bool combined, ReplicateScaling scaling) : Replication
{
    /// <inheritdoc/>
    internal override bool IsStored => true;

    /// <inheritdoc/>
    internal override bool CountsFinitePopulation => false;

    /// <inheritdoc/>
    internal override string Describe(WeightedSample sample) =>
        FormattableString.Invariant($"{columns.Length} replicate weights from the variables {columns[0]}–{columns[^1]}");

    /// <inheritdoc/>
    internal override ReplicateWeights Make(WeightedSample sample)
    {
        var (rows, count) = (sample.Weights.Length, columns.Length);
        var weights = DenseWeights.Allocate(rows, count);
        for (var replicate = 0; replicate < count; replicate++)
        {
            var values = Read(sample, columns[replicate]);
            for (var row = 0; row < rows; row++)
            {
                weights[(row * count) + replicate] = combined ? values[row] : values[row] * sample.Weights[row];
            }
        }

        CheckCombined(weights, sample.Weights);
        return new DenseWeights(weights, scaling, rows, count, Math.Max(0, ReplicateRank.Of(weights, rows, count) - 1));
    }

    private static double[] Read(WeightedSample sample, string name)
    {
        var column = sample.Data.Numeric(name);
        return column.ValueArray.Count(value => !double.IsFinite(value)) is var wrong and > 0
            ? throw new SurveyException(new Problem(
                Problem.Counted(wrong, "row has", "rows have") + " no replicate weight", Column: name, Expected: "a number in every row"))
            : column.ValueArray;
    }

    // Replicates stand for the same population as the weights do.
    private void CheckCombined(double[] replicates, double[] weights)
    {
        var ratio = replicates.Average() / weights.Average();
        if (!(ratio is > 0.5 and < 2))
        {
            throw new SurveyException(new Problem(
                combined ? "The replicate weights are not of the size of the weights" : "The replicate factors are not about 1 on average",
                Expected: "replicates that stand for the same population as the weights",
                Got: FormattableString.Invariant($"{ratio:0.###} times its size"),
                Hint: combined
                    ? "if the columns hold factors on the weights, say combined: false"
                    : "if the columns hold weights rather than factors, say combined: true"));
        }
    }
}

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
