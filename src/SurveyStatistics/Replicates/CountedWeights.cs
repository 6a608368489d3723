namespace SurveyStatistics.Replicates;

/// <summary>
/// Replicate weights made of counts, a byte for each sampling unit and replicate: the weight before times the factors of
/// the row's units at all stages. Totals of 0/1 variables only need sums of counts where weights are equal, and those are
/// whole numbers, 32 or 64 at a time.
/// </summary>
internal sealed class CountedWeights(
    double[] weights, IReadOnlyList<CountedStage> stages, ReplicateScaling scaling, int count, int degreesOfFreedom)
    : RowwiseWeights(scaling, weights.Length, count, degreesOfFreedom)
{
    private readonly Lazy<WeightClasses> _classes = new(() => new WeightClasses(weights, stages[0]));

    /// <inheritdoc/>
    internal override double[][] Totals(int[] group, int groups, IReadOnlyList<double[]> columns)
    {
        if (stages.Count > 1 || (long)_classes.Value.Count * groups > Rows / 4)
        {
            return base.Totals(group, groups, columns);
        }

        var values = columns.Select(column => WeightClasses.OnlyValue(group, column)).ToArray();
        var others = columns.Where((_, i) => double.IsNaN(values[i])).ToArray();
        var summed = others.Length == 0 ? [] : base.Totals(group, groups, others);
        var next = 0;
        return [.. columns.SelectMany((column, i) => double.IsNaN(values[i])
            ? summed.AsSpan(groups * next++, groups).ToArray()
            : _classes.Value.Totals(group, groups, column, values[i], Count))];
    }

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
                result[row] *= stage.Base[unit] + (stage.Step[unit] * stage.Count(unit, replicate));
            }
        }
    }

    /// <inheritdoc/>
    internal override ReplicateWeights Times(double[] factors) =>
        new CountedWeights([.. weights.Zip(factors, (weight, factor) => weight * factor)], stages, Scaling, Count, DegreesOfFreedom);

    private static void Factors(CountedStage stage, int row, int from, double weight, Span<double> factors)
    {
        var unit = stage.UnitOf(row);
        var counts = stage.Tile(from).Slice(unit * CountedStage.TileLength, factors.Length);
        BlockArithmetic.Affine(counts, weight * stage.Base[unit], weight * stage.Step[unit], factors);
    }
}
