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
    internal override bool CountsFinitePopulation(WeightedSample sample) => true;

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
        var strata = stage.StratumOfUnit ?? stage.Stratum;
        var replicates = new List<LeftOut>();
        for (var unit = 0; unit < strata.Length; unit++)
        {
            var (stratum, n) = (strata[unit], stage.SampledUnits[strata[unit]]);
            if (n > 1 && !stage.IsTakenWhole(stratum))
            {
                replicates.Add(new LeftOut(stratum, unit, (double)n / (n - 1), 1));
            }
            else if (lonely == LonelyStratum.Adjust && LonelyStrata.IsLonely(stage, stratum))
            {
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
