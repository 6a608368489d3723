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

    /// <summary>The number of strata.</summary>
    public int StratumCount => SampledUnits.Length;

    /// <summary>The share of the stratum that was not sampled, 1 − n_h/N_h; 1 without a finite population correction.</summary>
    public double Unsampled(int stratum) =>
        PopulationUnits is null || double.IsInfinity(PopulationUnits[stratum])
            ? 1
            : (PopulationUnits[stratum] - SampledUnits[stratum]) / PopulationUnits[stratum];

    /// <summary>Whether the stratum was taken whole, so that it has no sampling variance.</summary>
    public bool IsTakenWhole(int stratum) => Unsampled(stratum) < 1e-7;
}
