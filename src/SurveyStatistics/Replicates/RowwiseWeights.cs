namespace SurveyStatistics.Replicates;

/// <summary>
/// Replicate weights that can be read a row at a time: totals are gathered in one pass over the rows for each block of
/// replicates, small enough for its sums to stay in the cache, and blocks are shared out over the processors.
/// </summary>
internal abstract class RowwiseWeights(ReplicateScaling scaling, int rows, int count, int degreesOfFreedom)
    : ReplicateWeights(scaling, rows, count, degreesOfFreedom)
{
    private const int BlockLength = CountedStage.TileLength;

    // With fewer products the threads cost more than they save.
    private const long WorthSharing = 1 << 19;

    /// <summary>Writes a row's weights in the replicates from <paramref name="from"/> on.</summary>
    internal abstract void Row(int row, int from, Span<double> weights);

    /// <inheritdoc/>
    internal override double[][] Totals(int[] group, int groups, IReadOnlyList<double[]> columns)
    {
        var totals = new double[columns.Count * groups][];
        for (var i = 0; i < totals.Length; i++)
        {
            totals[i] = new double[Count];
        }

        ForBlocks(Count, BlockLength, (long)Rows * Count, (from, length) => Accumulate(totals, group, groups, columns, from, length));
        return totals;
    }

    /// <summary>Runs through blocks of replicates, side by side when the work is worth it.</summary>
    internal static void ForBlocks(int count, int length, long work, Action<int, int> action)
    {
        var blocks = (count + length - 1) / length;
        if (work < WorthSharing)
        {
            for (var block = 0; block < blocks; block++)
            {
                Run(block);
            }
        }
        else
        {
            Parallel.For(0, blocks, Run);
        }

        void Run(int block) => action(block * length, Math.Min(length, count - (block * length)));
    }

    private void Accumulate(double[][] totals, int[] group, int groups, IReadOnlyList<double[]> columns, int from, int length)
    {
        Span<double> weights = stackalloc double[length];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] < 0)
            {
                continue;
            }

            var isRead = false;
            for (var column = 0; column < columns.Count; column++)
            {
                var value = columns[column][row];
                if (value != 0)
                {
                    if (!isRead)
                    {
                        Row(row, from, weights);
                        isRead = true;
                    }

                    BlockArithmetic.AddProduct(weights, value, totals[(column * groups) + group[row]].AsSpan(from, length));
                }
            }
        }
    }
}

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
