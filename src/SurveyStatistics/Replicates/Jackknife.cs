namespace SurveyStatistics.Replicates;

/// <summary>
/// JK1 and JKn (Rust and Rao 1996; <c>jk1weights</c> and <c>jknweights</c> in R's survey package): one replicate for each
/// unit of a stratum that was not taken whole, scaled by (1 − f)(n − 1)/n.
/// </summary>
internal sealed class JackknifeReplication(bool aroundEstimate) : Replication
{
    /// <inheritdoc/>
    internal override bool SuitsQuantiles => false;

    /// <inheritdoc/>
    internal override bool CountsFinitePopulation => true;

    /// <inheritdoc/>
    internal override string Describe(WeightedSample sample) => sample.Stages[0].StratumCount > 1 ? "jackknife (JKn)" : "jackknife (JK1)";

    /// <inheritdoc/>
    internal override ReplicateWeights Make(WeightedSample sample)
    {
        var stage = sample.Stages[0];
        Check(sample, stage);
        var replicates = Replicates(stage, sample.Lonely);
        var units = stage.SampledUnits.Sum();
        var scale = sample.Lonely == LonelyStratum.Average ? (double)units / replicates.Count : 1;
        var scales = replicates.ConvertAll(one => Scale(stage, one));
        return new JackknifeWeights(
            sample.BaseWeights,
            stage,
            [.. replicates],
            new ReplicateScaling(scale, [.. scales], aroundEstimate),
            Math.Min(replicates.Count - 1, units - stage.StratumCount + replicates.Count(one => one.Inside == 0)));
    }

    private static List<LeftOut> Replicates(SamplingStage stage, LonelyStratum lonely)
    {
        var strata = stage.StratumOfEachUnit;
        var replicates = new List<LeftOut>();
        for (var unit = 0; unit < strata.Length; unit++)
        {
            var (stratum, n) = (strata[unit], stage.SampledUnits[strata[unit]]);
            if (n > 1 && !stage.IsTakenWhole(stratum))
            {
                replicates.Add(new LeftOut(stratum, unit, (double)n / (n - 1), 1));
            }
            else if (lonely == LonelyStratum.Adjust && stage.IsLonely(stratum))
            {
                // With the only unit of a stratum left out, the other strata stand for it too.
                replicates.Add(new LeftOut(stratum, unit, 0, (double)stage.StratumCount / (stage.StratumCount - 1)));
            }
        }

        return replicates;
    }

    private static double Scale(SamplingStage stage, LeftOut one)
    {
        var (n, strata) = ((double)stage.SampledUnits[one.Stratum], (double)stage.StratumCount);
        return n > 1 ? stage.Unsampled(one.Stratum) * (n - 1) / n : (strata - 1) / strata;
    }

    private static void Check(WeightedSample sample, SamplingStage stage)
    {
        if (sample.Stages.Count > 1 && stage.PopulationUnits is not null)
        {
            throw new SurveyException(new Problem(
                "A jackknife with a finite population correction leaves out the variance of later stages",
                Expected: "one stage of sampling, or no finite population correction",
                Hint: "Replication.Bootstrap counts every stage; without WithFinitePopulation the jackknife is a careful approximation"));
        }

        if (Enumerable.Range(0, stage.StratumCount).All(stage.IsTakenWhole))
        {
            throw new SurveyException(new Problem(
                "All strata were taken whole: there is no sampling variance to replicate",
                Hint: "estimates of the whole population have no sampling error; leave Replicated out"));
        }
    }
}

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
            result[row] = weights[row] * (stage.Stratum[row] != one.Stratum ? one.Outside : stage.UnitOf(row) != one.Unit ? one.Inside : 0);
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
                if (group[row] is var g and >= 0 && replicateOfUnit[stage.UnitOf(row)] is var r and >= 0)
                {
                    totals[(column * groups) + g][r] -= replicates[r].Inside * weights[row] * columns[column][row];
                }
            }
        }

        return totals;
    }

    private int[] ReplicateOfUnit()
    {
        var result = new int[stage.StratumOfEachUnit.Length];
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

/// <summary>One replicate of a jackknife: the unit left out, and what the others' weights are multiplied by.</summary>
/// <param name="Stratum">The unit's stratum.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Inside">The factor of the other units of the stratum.</param>
/// <param name="Outside">The factor of all other strata.</param>
internal readonly record struct LeftOut(int Stratum, int Unit, double Inside, double Outside);
