namespace SurveyStatistics.Estimation;

/// <summary>One mean or total with what its interval needs, before it has labels.</summary>
/// <param name="Value">The estimate; NaN when nobody is in the base.</param>
/// <param name="Variance">Its variance under the design.</param>
/// <param name="Base">The sum of the weights in the base.</param>
/// <param name="Respondents">The number of respondents in the base.</param>
/// <param name="DegreesOfFreedom">Sampling units less strata, of those that have someone in the base.</param>
/// <param name="ElementVariance">The weighted variance of the variable in the base, Σw(y − ȳ)² / Σw.</param>
/// <param name="IsCensus">Whether all strata with someone in the base were taken whole.</param>
internal readonly record struct GroupEstimate(
    double Value, double Variance, double Base, int Respondents, int DegreesOfFreedom, double ElementVariance, bool IsCensus)
{
    /// <summary>
    /// The number of respondents that the Korn-Graubard interval takes as the sample's size: those who were asked, with or
    /// without an answer; in a calibrated design all of the sample, as in R, which keeps the others with a weight of zero.
    /// </summary>
    public int Sampled { get; init; } = Respondents;

    /// <summary>
    /// The size of a simple random sample, drawn with replacement, with the same variance: the element variance over
    /// the variance; the number of respondents where the variance is zero, or no more than the rounding error that is left
    /// of a total the weights were fitted to.
    /// </summary>
    public double EffectiveRespondents => Respondents == 0 ? double.NaN
        : Variance > RoundingError * ElementVariance ? ElementVariance / Variance
        : Respondents;

    private const double RoundingError = 1e-15;
}
