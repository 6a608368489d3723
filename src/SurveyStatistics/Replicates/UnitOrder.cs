namespace SurveyStatistics.Replicates;

/// <summary>The sampling units of each stratum of a stage in the order in which they are drawn from.</summary>
internal static class UnitOrder
{
    /// <summary>For each stratum its units: by a variable that tells them apart, or as the rows come.</summary>
    /// <exception cref="SurveyException">Two units of a stratum have the same value of the variable, or one has none.</exception>
    public static int[][] Of(WeightedSample sample, SamplingStage stage, string? orderedBy)
    {
        var strata = stage.StratumOfUnit ?? stage.Stratum;
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
        var strata = stage.StratumOfUnit ?? stage.Stratum;
        var ranks = new int[strata.Length];
        Array.Fill(ranks, int.MaxValue);
        for (var row = 0; row < codes.Length; row++)
        {
            ref var rank = ref ranks[stage.Unit is null ? row : stage.Unit[row]];
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
}
