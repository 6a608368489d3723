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
            var stratumOfUnit = unit is null ? null : StratumOfUnit(unit, stratum);
            var sampled = new int[names.Count];
            foreach (var one in stratumOfUnit ?? stratum)
            {
                sampled[one]++;
            }

            above = new SamplingStage
            {
                Stratum = stratum,
                Unit = unit,
                StratumNames = names,
                SampledUnits = sampled,
                StratumOfUnit = stratumOfUnit,
                PopulationUnits = PopulationUnits(design, number, stratum, names, sampled, strata),
                ParentOfStratum = above?.StratumOfUnit ?? new int[names.Count],
                FractionAbove = above is null ? [.. Enumerable.Repeat(1.0, names.Count)] : FractionBelow(above),
            };
            stages.Add(above);
            if (unit is not null)
            {
                (stratum, names) = (unit, Names(design.Clusters[number], stratumOfUnit!.Length));
            }
        }

        return stages;
    }

    /// <summary>Stops when a lonely stratum was not provided for.</summary>
    /// <exception cref="SurveyException">There is one and <paramref name="option"/> is to fail.</exception>
    public static void CheckLonely(IReadOnlyList<SamplingStage> stages, LonelyStratum option)
    {
        if (option != LonelyStratum.Fail)
        {
            return;
        }

        string[] lonely = [.. stages.SelectMany((stage, i) => Enumerable.Range(0, stage.StratumCount).Where(stage.IsLonely)
            .Select(stratum => i == 0 ? stage.StratumNames[stratum].Text : FormattableString.Invariant($"{stage.StratumNames[stratum]} (stage {i + 1})")))];
        if (lonely.Length > 0)
        {
            throw new SurveyException(new Problem(
                Problem.Of(lonely, name => $"The stratum {name} has one sampled unit only", count => FormattableString.Invariant($"{count} strata have one sampled unit only")),
                Expected: "two or more, to estimate its variance from",
                Hint: "merge with a neighbour by CollapsingStrata(), or choose WithLonelyStrata(Adjust, Average, Remove or Certainty)"));
        }
    }

    // The strata of a later stage are the units of the stage above it.
    private static double[] FractionBelow(SamplingStage above) =>
        Array.ConvertAll(above.StratumOfUnit!, stratum => above.FractionAbove[stratum] * (1 - above.Unsampled(stratum)));

    private static int[] Units(DesignSpecification design, int number, int[] stratum)
    {
        var ids = CodedColumn.Of(design.Data[design.Clusters[number]]);

        // A unit of a later stage lies in one unit of the stage above, whatever else has its id.
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
            return ReadCounts(design.Data.Numeric(design.PopulationCounts[number]), stratum, names, sampled);
        }

        // Without a count for a later stage its units count as drawn with replacement, as in R: no correction.
        return number == 0 && design.Clusters.Count == 0 ? strata.FrameUnits : null;
    }

    // A count is repeated in every row of its stratum.
    private static double[] ReadCounts(NumericColumn column, int[] stratum, IReadOnlyList<StratumName> names, int[] sampled)
    {
        var counts = new double[names.Count];
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
        {
            ref var count = ref counts[stratum[row]];
            if (double.IsNaN(values[row]) || (count != 0 && count != values[row]))
            {
                throw new SurveyException(new Problem(
                    $"The population count is missing or varies within the stratum {names[stratum[row]]}",
                    Column: column.Name,
                    Expected: "one count for each stratum, repeated in all its rows",
                    Hint: "check that the counts belong to these strata"));
            }

            count = values[row];
        }

        for (var one = 0; one < counts.Length; one++)
        {
            if (counts[one] < sampled[one])
            {
                throw new SurveyException(new Problem(
                    $"The stratum {names[one]} has more sampled units than population units",
                    Column: column.Name,
                    Expected: FormattableString.Invariant($"at least {sampled[one]}"),
                    Got: FormattableString.Invariant($"{counts[one]}")));
            }
        }

        return counts;
    }
}
