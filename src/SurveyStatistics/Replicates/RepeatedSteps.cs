namespace SurveyStatistics.Replicates;

/// <summary>Repeats weighting steps in every replicate, so that the replicates vary as the weights do.</summary>
internal static class RepeatedSteps
{
    // Eight weights of a row are a line of the cache.
    private const int BlockLength = 8;

    /// <summary>The replicates after one more step.</summary>
    /// <exception cref="SurveyException">The step can't be taken in a replicate; the message names it and the category.</exception>
    public static ReplicateWeights Repeat(ReplicateWeights replicates, IReweighting step)
    {
        if (step is FixedFactors fixedFactors)
        {
            return replicates.Times(fixedFactors.Factors);
        }

        var (rows, count) = (replicates.Rows, replicates.Count);
        var result = DenseWeights.Allocate(rows, count);
        var failed = new SurveyException?[count];
        RowwiseWeights.ForBlocks(count, BlockLength, (long)rows * count, (from, length) =>
        {
            var block = new double[length * rows];
            for (var i = 0; i < length && failed[from] is null; i++)
            {
                failed[from + i] = Try(replicates, step, from + i, block.AsSpan(i * rows, rows));
            }

            Transpose(block, result, rows, count, from, length);
        });
        var first = Array.FindIndex(failed, one => one is not null);

        // Weights that meet k independent totals can vary in rows − k directions only.
        var constraints = step.Constraints ?? 0;
        return first < 0
            ? new DenseWeights(result, replicates.Scaling, rows, count, Math.Min(count - 1, rows - constraints))
            : throw failed[first]!;
    }

    /// <summary>The error with the replicate it arose in.</summary>
    public static SurveyException InReplicate(SurveyException error, int replicate, string what) => new(
        [.. error.Problems.Select(problem => problem with
        {
            What = FormattableString.Invariant($"{what} in replicate {replicate + 1}: {problem.What}"),
            Hint = "small categories can lose all their respondents in a replicate: merge categories, or take Replication.Bootstrap with a finite population, in which everybody keeps some weight",
        })]);

    private static SurveyException? Try(ReplicateWeights replicates, IReweighting step, int replicate, Span<double> weights)
    {
        try
        {
            replicates.Fill(replicate, weights);
            step.Reweight(weights);
            return null;
        }
        catch (SurveyException error)
        {
            return InReplicate(error, replicate, "A weighting step fails");
        }
    }

    private static void Transpose(double[] block, double[] result, int rows, int count, int from, int length)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < length; i++)
            {
                result[(row * count) + from + i] = block[(i * rows) + row];
            }
        }
    }
}
