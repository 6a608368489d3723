namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>Makes the form of an estimate that leaves the house: rounded as the policy says, or without numbers.</summary>
/// <remarks>
/// Confidence limits are one decimal coarser than the estimate, and the standard error, the effective number of respondents
/// and the degrees of freedom stay inside: together with n, the population of each stratum and an estimate in one decimal
/// they had a single solution, which was the count of every stratum.
/// </remarks>
internal sealed class ReleaseRounding(ReleasePolicy policy, Measure measure)
{
    /// <summary>The estimate as it may be seen.</summary>
    public ReleasedEstimate Show(UnreleasedEstimate estimate, CellStatus status) => status == CellStatus.Published ? Open(estimate) : Suppress(estimate, status);

    /// <summary>A number of respondents after small count rounding.</summary>
    public static ReleasedEstimate Rounded(UnreleasedEstimate estimate, double value) => Suppress(estimate, CellStatus.Rounded) with
    {
        Value = value,
        Respondents = (int)value,
        Steps = new RoundingSteps(1, 1, 1, 1),
    };

    private static ReleasedEstimate Suppress(UnreleasedEstimate estimate, CellStatus status) => new()
    {
        Outcome = estimate.Outcome,
        Groups = estimate.Groups,
        Value = double.NaN,
        Respondents = null,
        Status = status,
    };

    private ReleasedEstimate Open(UnreleasedEstimate estimate) => new()
    {
        Outcome = estimate.Outcome,
        Groups = estimate.Groups,
        Value = Round(estimate.Numbers.Value),
        Interval = estimate.Numbers.Interval is { } interval && double.IsFinite(interval.Width)
            ? interval with { Lower = Coarser(interval.Lower), Upper = Coarser(interval.Upper) }
            : null,
        Respondents = estimate.Numbers.Respondents is { } n ? (int)Multiple(n, policy.CountRounding) : null,
        Base = estimate.HasFrameBase ? estimate.Numbers.Base : Multiple(estimate.Numbers.Base, policy.BaseRounding),
        Steps = new RoundingSteps(Step(policy.PercentDecimals, policy.NumberDecimals), Step(policy.PercentDecimals - 1, policy.NumberDecimals - 1), policy.CountRounding, estimate.HasFrameBase ? 1 : policy.BaseRounding),
        Reliability = estimate.Numbers.Reliability,
        Status = CellStatus.Published,
    };

    private double Step(int percentDecimals, int numberDecimals) => measure switch
    {
        Measure.Count => policy.CountRounding,
        Measure.Total => policy.BaseRounding,
        Measure.Share or Measure.Difference or Measure.Balance => Math.Pow(10, -(Math.Max(0, percentDecimals) + 2)),
        _ => Math.Pow(10, -Math.Max(0, numberDecimals)),
    };

    private double Round(double value) => measure switch
    {
        Measure.Count => Multiple(value, policy.CountRounding),
        Measure.Total => Multiple(value, policy.BaseRounding),
        Measure.Share or Measure.Difference or Measure.Balance => Decimals(value, policy.PercentDecimals + 2),
        _ => Decimals(value, policy.NumberDecimals),
    };

    private double Coarser(double value) => measure switch
    {
        Measure.Count or Measure.Total => Round(value),
        Measure.Share or Measure.Difference or Measure.Balance => Decimals(value, Math.Max(0, policy.PercentDecimals - 1) + 2),
        _ => Decimals(value, Math.Max(0, policy.NumberDecimals - 1)),
    };

    private static double Decimals(double value, int decimals) =>
        double.IsFinite(value) ? (double)decimal.Round((decimal)value, decimals, MidpointRounding.AwayFromZero) : value;

    private static double Multiple(double value, int step) =>
        double.IsFinite(value) ? (double)(decimal.Round((decimal)value / step, MidpointRounding.AwayFromZero) * step) : value;
}
