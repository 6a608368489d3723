namespace SurveyStatistics.Estimation;

/// <summary>How the mean of the response depends on the linear predictor, and its variance on the mean.</summary>
public enum RegressionFamily
{
    /// <summary>The mean is the linear predictor (<c>gaussian</c>).</summary>
    Linear = 0,

    /// <summary>The log odds are the linear predictor (<c>quasibinomial</c>); coefficients are log odds ratios.</summary>
    Logistic,

    /// <summary>The log of the mean is the linear predictor (<c>quasipoisson</c>); coefficients are log rate ratios.</summary>
    Poisson,
}
