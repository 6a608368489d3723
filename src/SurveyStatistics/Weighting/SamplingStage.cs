namespace SurveyStatistics.Weighting;

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

    /// <summary>Each unit's total of a variable with one value a row.</summary>
    /// <returns>New numbers, also where every row is its own unit.</returns>
    public double[] UnitTotals(double[] column)
    {
        if (Unit is null)
        {
            return (double[])column.Clone();
        }

        var totals = new double[StratumOfUnit!.Length];
        for (var row = 0; row < column.Length; row++)
        {
            totals[Unit[row]] += column[row];
        }

        return totals;
    }

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
