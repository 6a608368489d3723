namespace SurveyStatistics.Replicates;

/// <summary>Balanced repeated replication and Fay's form of it (<c>brrweights</c> in R's survey package).</summary>
internal sealed class BalancedReplication(double fay, bool aroundEstimate) : Replication
{
    /// <inheritdoc/>
    internal override bool CountsFinitePopulation(WeightedSample sample) => false;

    /// <inheritdoc/>
    internal override string Describe(WeightedSample sample) => fay == 0
        ? "balanced repeated replication (BRR)"
        : FormattableString.Invariant($"balanced repeated replication (Fay, ρ = {fay})");

    /// <inheritdoc/>
    internal override ReplicateWeights Make(WeightedSample sample)
    {
        var stage = sample.Stages[0];
        Check(stage);
        var signs = HadamardMatrix.AtLeast(stage.StratumCount + 1);
        var (strata, count) = (stage.StratumOfUnit ?? stage.Stratum, signs.Length);
        var counted = new CountedStage(stage.Unit, strata.Length, count);
        var seen = new bool[stage.StratumCount];
        for (var unit = 0; unit < strata.Length; unit++)
        {
            (counted.Base[unit], counted.Step[unit]) = (fay, 2 - (2 * fay));
            var isSecond = seen[strata[unit]];
            seen[strata[unit]] = true;
            for (var replicate = 0; replicate < count; replicate++)
            {
                // The first column of the matrix, all ones, would be no balance.
                counted.Set(unit, replicate, signs[replicate][strata[unit] + 1] != isSecond ? (byte)1 : (byte)0);
            }
        }

        return new CountedWeights(
            sample.BaseWeights,
            [counted],
            new ReplicateScaling(1 / (count * (1 - fay) * (1 - fay)), null, aroundEstimate),
            count,
            stage.StratumCount);
    }

    private static void Check(SamplingStage stage)
    {
        if (stage.PopulationUnits is not null)
        {
            throw new SurveyException(new Problem(
                "Balanced replication can't correct for the finite population",
                Hint: "leave WithFinitePopulation out, or take Replication.Jackknife or Replication.Bootstrap, which can"));
        }

        var problems = Enumerable.Range(0, stage.StratumCount).Where(stratum => stage.SampledUnits[stratum] != 2).Select(stratum => new Problem(
            $"Balanced replication needs two primary sampling units in the stratum {stage.StratumNames[stratum]}",
            Expected: "2",
            Got: FormattableString.Invariant($"{stage.SampledUnits[stratum]}"),
            Hint: "form strata of pairs, or take Replication.Jackknife or Replication.Bootstrap")).ToList();
        if (problems.Count > 0)
        {
            throw new SurveyException(problems);
        }
    }
}
