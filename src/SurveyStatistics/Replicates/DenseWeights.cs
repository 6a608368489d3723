namespace SurveyStatistics.Replicates;

/// <summary>Replicate weights that are what they are: eight bytes for each row and replicate, rows by replicates.</summary>
internal sealed class DenseWeights(double[] weights, ReplicateScaling scaling, int rows, int count, int degreesOfFreedom)
    : RowwiseWeights(scaling, rows, count, degreesOfFreedom)
{
    /// <summary>Room for rows by replicates.</summary>
    /// <exception cref="SurveyException">They are more than an array holds.</exception>
    public static double[] Allocate(int rows, int replicates) => (long)rows * replicates <= Array.MaxLength
        ? new double[rows * replicates]
        : throw new SurveyException(new Problem(
            FormattableString.Invariant($"{replicates} replicates of {rows} respondents' weights do not fit into memory"),
            Hint: "take a bootstrap with fewer replicates, or variances by linearisation (without Replicated)"));

    /// <inheritdoc/>
    internal override void Row(int row, int from, Span<double> block) => weights.AsSpan((row * Count) + from, block.Length).CopyTo(block);

    /// <inheritdoc/>
    internal override void Fill(int replicate, Span<double> result)
    {
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = weights[(row * Count) + replicate];
        }
    }

    /// <inheritdoc/>
    internal override ReplicateWeights Times(double[] factors)
    {
        var result = Allocate(Rows, Count);
        for (var row = 0; row < Rows; row++)
        {
            BlockArithmetic.AddProduct(weights.AsSpan(row * Count, Count), factors[row], result.AsSpan(row * Count, Count));
        }

        return new DenseWeights(result, Scaling, Rows, Count, DegreesOfFreedom);
    }
}
