namespace SurveyStatistics.Weighting;

/// <summary>
/// How calibration measures the distance between the weights before and after; it decides how the factor g = after /
/// before depends on the auxiliary variables (Deville and Särndal 1992).
/// </summary>
public enum CalibrationDistance
{
    /// <summary>g = 1 + x′λ: the generalised regression estimator. One step, but factors can become negative.</summary>
    Linear = 0,

    /// <summary>g = exp(x′λ): factors are positive; what raking gives.</summary>
    Raking,

    /// <summary>g between two bounds along a logistic curve; bounds are required.</summary>
    Logit,
}
