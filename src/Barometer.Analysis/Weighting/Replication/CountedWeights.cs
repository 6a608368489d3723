namespace Barometer.Analysis.Weighting.Replication;

/// <summary>
/// Replicate weights made of counts, a byte for each sampling unit and replicate: the weight before times the factors of
/// the row's units at all stages.
/// </summary>
internal sealed class CountedWeights(
    double[] weights, IReadOnlyList<CountedStage> stages, ReplicateScaling scaling, int count, int degreesOfFreedom)
    : RowwiseWeights(scaling, weights.Length, count, degreesOfFreedom)
{
    /// <inheritdoc/>
    internal override void Row(int row, int from, Span<double> block)
    {
        Factors(stages[0], row, from, weights[row], block);
        if (stages.Count > 1)
        {
            Span<double> factors = stackalloc double[block.Length];
            foreach (var stage in stages.Skip(1))
            {
                Factors(stage, row, from, 1, factors);
                for (var i = 0; i < block.Length; i++)
                {
                    block[i] *= factors[i];
                }
            }
        }
    }

    /// <inheritdoc/>
    internal override void Fill(int replicate, Span<double> result)
    {
        weights.CopyTo(result);
        foreach (var stage in stages)
        {
            for (var row = 0; row < result.Length; row++)
            {
                var unit = stage.UnitOf(row);
                result[row] *= stage.Base[unit] + (stage.Step[unit] * stage.Counts[((long)unit * Count) + replicate]);
            }
        }
    }

    /// <inheritdoc/>
    internal override ReplicateWeights Times(double[] factors) =>
        new CountedWeights([.. weights.Zip(factors, (weight, factor) => weight * factor)], stages, Scaling, Count, DegreesOfFreedom);

    private void Factors(CountedStage stage, int row, int from, double weight, Span<double> factors)
    {
        var unit = stage.UnitOf(row);
        BlockArithmetic.Affine(
            stage.Counts.AsSpan((unit * Count) + from, factors.Length), weight * stage.Base[unit], weight * stage.Step[unit], factors);
    }
}
