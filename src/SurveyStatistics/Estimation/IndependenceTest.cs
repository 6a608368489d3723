namespace SurveyStatistics.Estimation;

/// <summary>Which test of independence of two categorical variables.</summary>
public enum IndependenceTest
{
    /// <summary>
    /// Pearson's statistic with Rao and Scott's (1984) second-order correction, as an F test; the default, as in R.
    /// </summary>
    RaoScott = 0,

    /// <summary>Pearson's statistic with the first-order correction, as a chi-square test.</summary>
    RaoScottFirstOrder,

    /// <summary>
    /// Pearson's statistic against its own distribution, a sum of chi-squares, by a saddlepoint approximation (Kuonen 1999).
    /// </summary>
    Saddlepoint,

    /// <summary>Wald's test that all cells are as independence has them.</summary>
    Wald,

    /// <summary>Wald's test adjusted for few degrees of freedom (Fellegi 1980).</summary>
    AdjustedWald,
}
