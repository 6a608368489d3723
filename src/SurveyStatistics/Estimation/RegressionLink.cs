namespace SurveyStatistics.Estimation;

/// <summary>The functions of a regression family with its canonical link.</summary>
internal static class RegressionLink
{
    /// <summary>The mean at a linear predictor.</summary>
    public static double Mean(RegressionFamily family, double linear) => family switch
    {
        RegressionFamily.Logistic => 1 / (1 + Math.Exp(-linear)),
        RegressionFamily.Poisson => Math.Exp(linear),
        _ => linear,
    };

    /// <summary>The slope of the mean by the linear predictor; with a canonical link also the variance function.</summary>
    public static double Slope(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Logistic => mean * (1 - mean),
        RegressionFamily.Poisson => mean,
        _ => 1,
    };

    /// <summary>The slope of <see cref="Slope"/> by the linear predictor.</summary>
    public static double Curvature(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Logistic => mean * (1 - mean) * (1 - (2 * mean)),
        RegressionFamily.Poisson => mean,
        _ => 0,
    };

    /// <summary>A respondent's part of the deviance.</summary>
    public static double Deviance(RegressionFamily family, double response, double mean) => family switch
    {
        RegressionFamily.Logistic => -2 * (Term(response, mean) + Term(1 - response, 1 - mean)),
        RegressionFamily.Poisson => 2 * (-Term(response, mean / (response == 0 ? 1 : response)) - (response - mean)),
        _ => (response - mean) * (response - mean),
    };

    /// <summary>Whether the family can have this response.</summary>
    public static bool Allows(RegressionFamily family, double response) => family switch
    {
        RegressionFamily.Logistic => response is >= 0 and <= 1,
        RegressionFamily.Poisson => response >= 0,
        _ => true,
    };

    private static double Term(double response, double mean) => response == 0 ? 0 : response * Math.Log(mean);
}
