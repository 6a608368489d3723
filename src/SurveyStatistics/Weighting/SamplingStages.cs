namespace SurveyStatistics.Weighting;

/// <summary>Builds the stages of sampling from strata, cluster variables and population counts.</summary>
internal static class SamplingStages
{
    /// <summary>The stages that <paramref name="design"/> describes.</summary>
    /// <exception cref="SurveyException">Clusters cross strata, or population counts are missing, vary or are too small.</exception>
    public static IReadOnlyList<SamplingStage> Of(DesignSpecification design, Stratification strata)
    {
        var stages = new List<SamplingStage>();
        var (stratum, names) = (strata.OfRow, strata.Names);
        SamplingStage? above = null;
        for (var number = 0; number < Math.Max(1, design.Clusters.Count); number++)
        {
            var unit = number < design.Clusters.Count ? Units(design, number, stratum) : null;
            var stage = Stage(design, number, stratum, names, unit, above, strata);
            stages.Add(stage);
            (stratum, names) = unit is null ? (stratum, names) : (unit, Names(design.Clusters[number], stage.StratumOfUnit!.Length));
            above = stage;
        }

        return stages;
    }

    private static SamplingStage Stage(
        DesignSpecification design,
        int number,
        int[] stratum,
        IReadOnlyList<StratumName> names,
        int[]? unit,
        SamplingStage? above,
        Stratification strata)
    {
        var stratumOfUnit = unit is null ? null : StratumOfUnit(unit, stratum);
        var sampled = new int[names.Count];
        foreach (var one in stratumOfUnit ?? stratum)
        {
            sampled[one]++;
        }

        return new SamplingStage
        {
            Stratum = stratum,
            Unit = unit,
            StratumNames = names,
            SampledUnits = sampled,
            StratumOfUnit = stratumOfUnit,
            PopulationUnits = PopulationUnits(design, number, stratum, names, sampled, strata),
            ParentOfStratum = above is null ? new int[names.Count] : above.StratumOfUnit!,
            FractionAbove = above is null ? [.. Enumerable.Repeat(1.0, names.Count)] : FractionBelow(above),
        };
    }

    // The strata of a later stage are the units of the stage above it.
    private static double[] FractionBelow(SamplingStage above) =>
        Array.ConvertAll(above.StratumOfUnit!, stratum => above.FractionAbove[stratum] * (1 - above.Unsampled(stratum)));

    private static int[] Units(DesignSpecification design, int number, int[] stratum)
    {
        var ids = CodedColumn.Of(design.Data[design.Clusters[number]]);
        var nested = number > 0 || design.ClusterIdsRepeat;
        var numbers = new Dictionary<(int Stratum, int Id), int>();
        var units = new int[ids.Codes.Length];
        for (var row = 0; row < units.Length; row++)
        {
            if (ids.Codes[row] < 0)
            {
                throw new SurveyException(new Problem("A respondent belongs to no cluster", Column: ids.Name, Expected: "a cluster in every row"));
            }

            var key = (nested ? stratum[row] : 0, ids.Codes[row]);
            if (!numbers.TryGetValue(key, out units[row]))
            {
                units[row] = numbers.Count;
                numbers.Add(key, units[row]);
            }
        }

        return units;
    }

    private static int[] StratumOfUnit(int[] unit, int[] stratum)
    {
        var result = new int[unit.Max() + 1];
        Array.Fill(result, -1);
        for (var row = 0; row < unit.Length; row++)
        {
            if (result[unit[row]] >= 0 && result[unit[row]] != stratum[row])
            {
                throw new SurveyException(new Problem(
                    "A cluster lies in more than one stratum",
                    Expected: "strata of whole clusters",
                    Hint: "stratify by variables of the cluster, or say that ids are numbered anew in every stratum (idsRepeat: true)"));
            }

            result[unit[row]] = stratum[row];
        }

        return result;
    }

    private static IReadOnlyList<StratumName> Names(string variable, int count) =>
        [.. Enumerable.Range(1, count).Select(unit => FormattableString.Invariant($"{variable} (unit {unit})")).Select(name => new StratumName(name, name))];

    private static double[]? PopulationUnits(
        DesignSpecification design, int number, int[] stratum, IReadOnlyList<StratumName> names, int[] sampled, Stratification strata)
    {
        if (!design.IsFinite)
        {
            return null;
        }

        if (number < design.PopulationCounts.Count)
        {
            return PopulationColumn.Read(design.Data.Numeric(design.PopulationCounts[number]), stratum, names, sampled);
        }

        // Without a count for a later stage its units count as drawn with replacement, as in R: no correction.
        return number == 0 && design.Clusters.Count == 0 ? strata.FrameUnits : null;
    }
}
