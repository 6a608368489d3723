namespace SurveyStatistics.Replicates;

/// <summary>
/// Bootstraps that draw n − 1 of a stratum's n units with replacement: Rao and Wu (1988) at the first stage, or Rao, Wu,
/// Yue and Beaumont at every stage. A later stage's factor a becomes 1 − s + s a with s = √(π/(2 − π)), π being the
/// probability of the units above it (Beaumont and Émond 2022, as in R's svrep package).
/// </summary>
internal sealed class BootstrapReplication(int replicates, ulong seed, string? orderedBy) : Replication
{
    /// <summary>Whether later stages are left out.</summary>
    public bool FirstStageOnly { get; init; }

    /// <summary>Whether finite population corrections are made.</summary>
    public bool IsFinite { get; init; } = true;

    /// <summary>Whether deviations are from the full sample's estimate.</summary>
    public bool AroundEstimate { get; init; }

    /// <inheritdoc/>
    internal override bool CountsFinitePopulation(WeightedSample sample) => IsFinite;

    /// <inheritdoc/>
    internal override string Describe(WeightedSample sample)
    {
        var name = FirstStageOnly ? "Rao–Wu" : "Rao–Wu–Yue–Beaumont";
        return FormattableString.Invariant($"bootstrap ({name}), {replicates} replicates, seed {seed}");
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
        var result = new CountedStage(stage.Unit, strata.Length, replicates);
        for (var unit = 0; unit < strata.Length; unit++)
        {
            var (n, above) = (stage.SampledUnits[strata[unit]], stage.FractionAbove[strata[unit]]);
            var lambda = n > 1 ? Spread(stage, strata[unit]) * (number == 0 ? 1 : Math.Sqrt(above / (2 - above))) : 0;
            (result.Base[unit], result.Step[unit]) = (1 - lambda, n > 1 ? lambda * n / (n - 1) : 0);
        }

        Draw(result, stage, UnitOrder.Of(sample, stage, number == 0 ? orderedBy : null));
        return result;
    }

    // λ, the square root of the share of the stratum that was not sampled.
    private double Spread(SamplingStage stage, int stratum) => !IsFinite ? 1 : stage.IsTakenWhole(stratum) ? 0 : Math.Sqrt(stage.Unsampled(stratum));

    private void Draw(CountedStage counted, SamplingStage stage, int[][] units)
    {
        var keys = stage.StratumNames.Select(name => ReplicateStream.Key(seed, name.Key)).ToArray();
        var work = (long)counted.Base.Length * replicates;
        RowwiseWeights.ForBlocks(replicates, CountedStage.TileLength, work, (from, length) =>
        {
            var tile = counted.Tile(from);
            for (var stratum = 0; stratum < units.Length; stratum++)
            {
                for (var i = 0; i < length; i++)
                {
                    Draw(tile[i..], units[stratum], new ReplicateStream(keys[stratum], from + i));
                }
            }
        });
    }

    // Counts one replicate's draws in one stratum. That a unit is drawn more than 255 times has a probability below
    // 10⁻⁵⁰⁰; it would stop with an overflow.
    private static void Draw(Span<byte> tile, int[] units, ReplicateStream stream)
    {
        checked
        {
            for (var left = units.Length - 1; left > 0; left -= 2)
            {
                var (first, second) = stream.TwoBelow(units.Length);
                tile[units[first] * CountedStage.TileLength]++;
                if (left > 1)
                {
                    tile[units[second] * CountedStage.TileLength]++;
                }
            }
        }
    }

    private static void CheckLonely(IEnumerable<SamplingStage> stages, LonelyStratum option)
    {
        var isLonely = stages.Any(stage => Enumerable.Range(0, stage.StratumCount).Any(stratum => LonelyStrata.IsLonely(stage, stratum)));
        if (isLonely && option is LonelyStratum.Adjust or LonelyStratum.Average)
        {
            throw new SurveyException(new Problem(
                "A bootstrap can't draw from a stratum of one sampling unit",
                Expected: "two units or more in every stratum that was not taken whole",
                Got: $"the option {option}",
                Hint: "merge the stratum by CollapsingStrata(), or let it contribute nothing: WithLonelyStrata(Remove or Certainty)"));
        }
    }
}
