namespace SurveyStatistics.Estimation;

/// <summary>How the confidence interval of a proportion is made. docs/method.md says why logit is the default.</summary>
public enum IntervalMethod
{
    /// <summary>Symmetric on the logit scale with the design's t quantile (<c>xlogit</c> in R's svyciprop).</summary>
    Logit = 0,

    /// <summary>Wilson's score interval with the effective number of respondents and the design's t quantile.</summary>
    Wilson,

    /// <summary>
    /// Clopper and Pearson's interval with the effective number of respondents, reduced for the design's degrees of
    /// freedom (Korn and Graubard 1998; <c>beta</c> in R's svyciprop): never too narrow.
    /// </summary>
    Beta,

    /// <summary>
    /// As <see cref="Beta"/>, with an effective number of at most the respondents, as the standards of the US National Center
    /// for Health Statistics have it (Parker et al. 2017).
    /// </summary>
    CappedBeta,

    /// <summary>Symmetric on the arcsine square root scale with the design's t quantile (<c>asin</c> in R's svyciprop).</summary>
    ArcSine,

    /// <summary>
    /// Exact for a simple random sample drawn without replacement, such as a census that not everybody answered; the base's
    /// respondents must have equal weights.
    /// </summary>
    Hypergeometric,

    /// <summary>The estimate ± t × SE, cut at 0 and 1 nowhere (<c>mean</c> in R's svyciprop).</summary>
    Plain,
}
