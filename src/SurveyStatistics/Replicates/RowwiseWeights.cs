namespace SurveyStatistics.Replicates;

/// <summary>
/// Replicate weights that can be read a row at a time: totals are gathered in one pass over the rows for each block of
/// replicates, small enough for its sums to stay in the cache, and blocks are shared out over the processors.
/// </summary>
internal abstract class RowwiseWeights(ReplicateScaling scaling, int rows, int count, int degreesOfFreedom)
    : ReplicateWeights(scaling, rows, count, degreesOfFreedom)
{
    private const int BlockLength = CountedStage.TileLength;
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
