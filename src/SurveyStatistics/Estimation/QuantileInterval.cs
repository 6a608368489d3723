namespace SurveyStatistics.Estimation;

/// <summary>How the interval and standard error of a quantile are made.</summary>
public enum QuantileInterval
{
    /// <summary>
    /// Woodruff's (1952): the interval of the share at or below the quantile, read back through the distribution (the
    /// default).
    /// </summary>
    Woodruff = 0,

    /// <summary>
    /// The spread of the quantile over replicates, and quantile ± t × SE (<c>interval.type = "quantile"</c> in R's survey
    /// package). For designs replicated otherwise than by a jackknife.
    /// </summary>
    Replicates,
}
