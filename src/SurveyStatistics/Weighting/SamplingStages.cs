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

        (StratumName Name, int Stage)[] lonely = [.. stages.SelectMany((stage, i) =>
            Enumerable.Range(0, stage.StratumCount).Where(stage.IsLonely).Select(stratum => (stage.StratumNames[stratum], i + 1)))];
        if (lonely.Length > 0)
        {
            var named = string.Join("; ", lonely.Take(Problem.Some).Select(one => one.Stage == 1 ? $"{one.Name}" : FormattableString.Invariant($"{one.Name} (stage {one.Stage})")));
            throw new SurveyException(new Problem(
                lonely.Length == 1
                    ? $"The stratum {named} has one sampled unit only"
                    : FormattableString.Invariant($"{lonely.Length} strata have one sampled unit only: {named}{(lonely.Length > Problem.Some ? " …" : "")}"),
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

/// <summary>
/// One stage of sampling: which stratum and which sampling unit each row belongs to, how many units each stratum has
/// in the sample and in the population.
/// </summary>
internal sealed record SamplingStage
{
    /// <summary>For each row its stratum, densely numbered.</summary>
    public required int[] Stratum { get; init; }

    /// <summary>For each row its sampling unit, densely numbered over all strata; null when every row is its own unit.</summary>
    public int[]? Unit { get; init; }

    /// <summary>For each stratum its name.</summary>
    public required IReadOnlyList<StratumName> StratumNames { get; init; }

    /// <summary>For each stratum the number of sampled units n_h.</summary>
    public required int[] SampledUnits { get; init; }

    /// <summary>For each stratum the number of population units N_h; null without a finite population correction.</summary>
    public double[]? PopulationUnits { get; init; }

    /// <summary>For each unit its stratum; null when every row is its own unit.</summary>
    public int[]? StratumOfUnit { get; init; }

    /// <summary>
    /// For each stratum the unit of the stage above that it lies in, all zero at the first stage: lonely strata are
    /// averaged within it.
    /// </summary>
    public required int[] ParentOfStratum { get; init; }

    /// <summary>For each stratum the product of the sampling fractions of the stages above it; 1 at the first stage.</summary>
    public required double[] FractionAbove { get; init; }

    /// <summary>For each unit its stratum, whether it is a cluster or a row.</summary>
    public int[] StratumOfEachUnit => StratumOfUnit ?? Stratum;

    /// <summary>The number of strata.</summary>
    public int StratumCount => SampledUnits.Length;

    /// <summary>The share of the stratum that was not sampled, 1 − n_h/N_h; 1 without a finite population correction.</summary>
    public double Unsampled(int stratum) =>
        PopulationUnits is null || double.IsInfinity(PopulationUnits[stratum])
            ? 1
            : (PopulationUnits[stratum] - SampledUnits[stratum]) / PopulationUnits[stratum];

    /// <summary>The sampling unit of a row.</summary>
    public int UnitOf(int row) => Unit is null ? row : Unit[row];

    /// <summary>Whether the stratum was taken whole, but for rounding, so that it has no sampling variance.</summary>
    public bool IsTakenWhole(int stratum) => Unsampled(stratum) < 1e-7;

    /// <summary>Whether the stratum has one sampled unit of several, so that its variance can't be estimated from itself.</summary>
    public bool IsLonely(int stratum) => SampledUnits[stratum] == 1 && !IsTakenWhole(stratum);
}

/// <summary>
/// What to do with a stratum with a single primary sampling unit, whose variance can't be estimated from itself. The
/// options are those of <c>options(survey.lonely.psu)</c> in R's survey package. A stratum that was taken whole is not
/// lonely: it has no sampling variance.
/// </summary>
public enum LonelyStratum
{
    /// <summary>Stop with an error that names the stratum (the default).</summary>
    Fail = 0,

    /// <summary>
    /// Measure the unit's deviation from the mean of all units, those of strata with somebody in the base (0 for a linearised mean):
    /// conservative. At a later stage the units are those of the same unit above, and a lonely one deviates by nothing.
    /// </summary>
    Adjust,

    /// <summary>
    /// Give the stratum the average variance of the strata that have one, of those with somebody in the base. Where none has there is no
    /// variance (NaN) and no interval.
    /// </summary>
    Average,

    /// <summary>Let the stratum contribute nothing, as if its unit were drawn at random from a stratum without variation.</summary>
    Remove,

    /// <summary>Take the unit as drawn with certainty: the stratum contributes nothing.</summary>
    Certainty,
}
