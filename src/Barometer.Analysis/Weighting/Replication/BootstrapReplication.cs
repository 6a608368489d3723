namespace Barometer.Analysis.Weighting.Replication;

/// <summary>
/// Bootstraps that draw n − 1 of a stratum's n units with replacement: Rao and Wu (1988) at the first stage, or Rao, Wu,
/// Yue and Beaumont at every stage. A later stage's factor a becomes 1 − s + s a with s = √(π/(2 − π)), π being the
/// probability of the units above it (Beaumont and Émond 2022, as in R's svrep package).
/// </summary>
internal sealed class BootstrapReplication(int replicates, ulong seed, string? orderedBy) : Replication
{
    private const int BlockLength = 64;

    /// <summary>Whether later stages are left out.</summary>
    public bool FirstStageOnly { get; init; }

    /// <summary>Whether finite population corrections are made.</summary>
    public bool IsFinite { get; init; } = true;

    /// <summary>Whether deviations are from the full sample's estimate.</summary>
    public bool AroundEstimate { get; init; }

    /// <inheritdoc/>
    internal override bool CountsFinitePopulation(WeightedSample sample) => IsFinite;

    /// <inheritdoc/>
    internal override LocalizedText Describe(WeightedSample sample)
    {
        var name = FirstStageOnly ? "Rao–Wu" : "Rao–Wu–Yue–Beaumont";
        return new LocalizedText(
            FormattableString.Invariant($"bootstrap ({name}), {replicates} replikater, frø {seed}"),
            FormattableString.Invariant($"bootstrap ({name}), {replicates} replicates, seed {seed}"));
    }

    /// <inheritdoc/>
    internal override ReplicateWeights Make(WeightedSample sample)
    {
        var used = FirstStageOnly ? sample.Stages.Take(1) : sample.Stages;
        CheckLonely(used, sample.Lonely);
        var stages = used.Select((stage, number) => Stage(sample, stage, number)).ToList();
        var first = sample.Stages[0];
        var varying = Enumerable.Range(0, first.StratumCount).Where(h => Spread(first, h) > 0).Sum(h => first.SampledUnits[h] - 1);
        var scale = FirstStageOnly ? 1.0 / (replicates - 1) : 1.0 / replicates;
        return new CountedWeights(
            sample.BaseWeights, stages, new ReplicateScaling(scale, null, AroundEstimate), replicates, Math.Min(replicates - 1, varying));
    }

    private CountedStage Stage(WeightedSample sample, SamplingStage stage, int number)
    {
        var strata = stage.StratumOfUnit ?? stage.Stratum;
        var (bases, steps) = (new double[strata.Length], new double[strata.Length]);
        for (var unit = 0; unit < strata.Length; unit++)
        {
            var (n, above) = (stage.SampledUnits[strata[unit]], stage.FractionAbove[strata[unit]]);
            var lambda = n > 1 ? Spread(stage, strata[unit]) * (number == 0 ? 1 : Math.Sqrt(above / (2 - above))) : 0;
            (bases[unit], steps[unit]) = (1 - lambda, n > 1 ? lambda * n / (n - 1) : 0);
        }

        var ids = number == 0 ? orderedBy : null;
        return new CountedStage(stage.Unit, Draw(stage, UnitOrder.Of(sample, stage, ids), strata.Length), bases, steps);
    }

    // λ, the square root of the share of the stratum that was not sampled.
    private double Spread(SamplingStage stage, int stratum) => !IsFinite ? 1 : stage.IsTakenWhole(stratum) ? 0 : Math.Sqrt(stage.Unsampled(stratum));

    private byte[] Draw(SamplingStage stage, int[][] units, int unitCount)
    {
        if ((long)unitCount * replicates > Array.MaxLength)
        {
            throw new BarometerException(new Problem(
                FormattableString.Invariant($"{replicates} replicates of {unitCount} sampling units do not fit into memory"), Hint: "take fewer replicates"));
        }

        var counts = new byte[unitCount * replicates];
        var keys = stage.StratumNames.Select(name => ReplicateStream.Key(seed, name)).ToArray();
        RowwiseWeights.ForBlocks(replicates, BlockLength, counts.Length, (from, length) =>
        {
            for (var stratum = 0; stratum < units.Length; stratum++)
            {
                for (var replicate = from; replicate < from + length; replicate++)
                {
                    Draw(counts, units[stratum], new ReplicateStream(keys[stratum], replicate), replicate);
                }
            }
        });
        return counts;
    }

    // That one unit is drawn more than 255 times has a probability below 10⁻⁵⁰⁰; it would stop with an overflow.
    private void Draw(byte[] counts, int[] units, ReplicateStream stream, int replicate)
    {
        for (var draw = 1; draw < units.Length; draw++)
        {
            checked
            {
                counts[(units[stream.Below(units.Length)] * replicates) + replicate]++;
            }
        }
    }

    private static void CheckLonely(IEnumerable<SamplingStage> stages, LonelyStratum option)
    {
        var isLonely = stages.Any(stage => Enumerable.Range(0, stage.StratumCount).Any(stratum => LonelyStrata.IsLonely(stage, stratum)));
        if (isLonely && option is LonelyStratum.Adjust or LonelyStratum.Average)
        {
            throw new BarometerException(new Problem(
                "A bootstrap can't draw from a stratum of one sampling unit",
                Expected: "two units or more in every stratum that was not taken whole",
                Got: $"the option {option}",
                Hint: "merge the stratum by CollapsingStrata(), or let it contribute nothing: WithLonelyStrata(Remove or Certainty)"));
        }
    }
}
