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
    internal override bool CountsFinitePopulation => IsFinite;

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
        var strata = stage.StratumOfEachUnit;
        var result = new CountedStage(stage.Unit, strata.Length, replicates);
        for (var unit = 0; unit < strata.Length; unit++)
        {
            var (n, above) = (stage.SampledUnits[strata[unit]], stage.FractionAbove[strata[unit]]);

            // At a later stage also √(π/(2 − π)), π being the probability of the units above (Beaumont and Émond 2022).
            var lambda = n > 1 ? Spread(stage, strata[unit]) * (number == 0 ? 1 : Math.Sqrt(above / (2 - above))) : 0;
            (result.Base[unit], result.Step[unit]) = (1 - lambda, n > 1 ? lambda * n / (n - 1) : 0);
        }

        Draw(result, stage, Ordered(sample, stage, number == 0 ? orderedBy : null));
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

    // For each stratum its units in the order in which they are drawn from: by a variable that tells them apart, so that
    // sorting the file changes nothing, or as the rows come.
    private static int[][] Ordered(WeightedSample sample, SamplingStage stage, string? orderedBy)
    {
        var strata = stage.StratumOfEachUnit;
        var order = Enumerable.Range(0, strata.Length).ToArray();
        if (orderedBy is not null)
        {
            Array.Sort(Ranks(sample, stage, orderedBy), order);
        }

        var units = Array.ConvertAll(stage.SampledUnits, count => new int[count]);
        var filled = new int[units.Length];
        foreach (var unit in order)
        {
            units[strata[unit]][filled[strata[unit]]++] = unit;
        }

        return units;
    }

    // A unit's rank is the least of its rows'.
    private static int[] Ranks(WeightedSample sample, SamplingStage stage, string orderedBy)
    {
        var codes = CodedColumn.Of(sample.Data[orderedBy]).Codes;
        var strata = stage.StratumOfEachUnit;
        var ranks = new int[strata.Length];
        Array.Fill(ranks, int.MaxValue);
        for (var row = 0; row < codes.Length; row++)
        {
            ref var rank = ref ranks[stage.UnitOf(row)];
            rank = Math.Min(rank, codes[row]);
        }

        var seen = new HashSet<(int, int)>();
        for (var unit = 0; unit < ranks.Length; unit++)
        {
            if (ranks[unit] < 0 || !seen.Add((strata[unit], ranks[unit])))
            {
                throw new SurveyException(new Problem(
                    $"«{orderedBy}» does not tell the sampling units apart",
                    Expected: "a value for every unit, different ones within a stratum",
                    Hint: "name the variable with the units' ids"));
            }
        }

        return ranks;
    }

    private static void CheckLonely(IEnumerable<SamplingStage> stages, LonelyStratum option)
    {
        var isLonely = stages.Any(stage => Enumerable.Range(0, stage.StratumCount).Any(stage.IsLonely));
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

/// <summary>
/// Random numbers for one replicate of one stratum: SplitMix64 (Steele, Lea and Flood 2014, «Fast splittable pseudorandom
/// number generators»), integers only, so that every machine draws the same. Each stratum and replicate has a stream of
/// its own: more replicates leave the first ones as they were, and another stratum leaves all others so.
/// </summary>
internal struct ReplicateStream
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x100000001B3;

    private ulong _state;

    /// <summary>The stream of a replicate: the key and the replicate's number, each mixed by the generator's own finaliser.</summary>
    public ReplicateStream(ulong key, int replicate) => _state = Mix(unchecked(key + ((ulong)replicate * Increment)));

    /// <summary>The key of a stratum: the seed and the FNV-1a hash of the stratum's name, mixed.</summary>
    public static ulong Key(ulong seed, string stratum)
    {
        var hash = FnvOffset;
        foreach (var letter in stratum)
        {
            hash = unchecked((hash ^ letter) * FnvPrime);
        }

        return Mix(unchecked(Mix(seed) + hash));
    }

    /// <summary>
    /// Two whole numbers from 0 up to, not including, <paramref name="limit"/>: the high halves of 32 bits × limit, which
    /// favours some numbers by less than limit in 2³².
    /// </summary>
    public (int First, int Second) TwoBelow(int limit)
    {
        _state = unchecked(_state + Increment);
        var bits = Mix(_state);
        return ((int)(((bits >> 32) * (ulong)limit) >> 32), (int)(((bits & uint.MaxValue) * (ulong)limit) >> 32));
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
