namespace SurveyStatistics.Replicates;

/// <summary>
/// The replicates of a jackknife, of which nothing is stored but which unit each leaves out: a total in a replicate
/// follows from the full total, the stratum's and the unit's.
/// </summary>
internal sealed class JackknifeWeights(
    double[] weights, SamplingStage stage, LeftOut[] replicates, ReplicateScaling scaling, int degreesOfFreedom)
    : ReplicateWeights(scaling, weights.Length, replicates.Length, degreesOfFreedom)
{
    /// <inheritdoc/>
    internal override void Fill(int replicate, Span<double> result)
    {
        var one = replicates[replicate];
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = weights[row] * (stage.Stratum[row] != one.Stratum ? one.Outside : UnitOf(row) != one.Unit ? one.Inside : 0);
        }
    }

    /// <inheritdoc/>
    internal override ReplicateWeights Times(double[] factors) => new JackknifeWeights(
        [.. weights.Zip(factors, (weight, factor) => weight * factor)], stage, replicates, Scaling, DegreesOfFreedom);

    /// <inheritdoc/>
    internal override double[][] Totals(int[] group, int groups, IReadOnlyList<double[]> columns)
    {
        var replicateOfUnit = ReplicateOfUnit();
        var totals = new double[columns.Count * groups][];
        for (var column = 0; column < columns.Count; column++)
        {
            var strata = StratumTotals(group, groups, columns[column]);
            for (var g = 0; g < groups; g++)
            {
                totals[(column * groups) + g] = OthersKept(strata, groups, g);
            }

            for (var row = 0; row < group.Length; row++)
            {
                if (group[row] is var g and >= 0 && replicateOfUnit[UnitOf(row)] is var r and >= 0)
                {
                    totals[(column * groups) + g][r] -= replicates[r].Inside * weights[row] * columns[column][row];
                }
            }
        }

        return totals;
    }

    private int UnitOf(int row) => stage.Unit is null ? row : stage.Unit[row];

    private int[] ReplicateOfUnit()
    {
        var result = new int[(stage.StratumOfUnit ?? stage.Stratum).Length];
        Array.Fill(result, -1);
        for (var r = 0; r < replicates.Length; r++)
        {
            result[replicates[r].Unit] = r;
        }

        return result;
    }

    // Strata by groups.
    private double[] StratumTotals(int[] group, int groups, double[] values)
    {
        var totals = new double[stage.StratumCount * groups];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                totals[(stage.Stratum[row] * groups) + g] += weights[row] * values[row];
            }
        }

        return totals;
    }

    // The totals in which the unit left out still counts as the others of its stratum do.
    private double[] OthersKept(double[] strata, int groups, int g)
    {
        var all = 0.0;
        for (var stratum = 0; stratum < stage.StratumCount; stratum++)
        {
            all += strata[(stratum * groups) + g];
        }

        return Array.ConvertAll(replicates, one =>
        {
            var own = strata[(one.Stratum * groups) + g];
            return (one.Outside * (all - own)) + (one.Inside * own);
        });
    }
}
