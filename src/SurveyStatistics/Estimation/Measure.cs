namespace SurveyStatistics.Estimation;

/// <summary>What a number says: it decides the unit, the format and which disclosure rules apply.</summary>
public enum Measure
{
    /// <summary>An unweighted number of respondents or frame units.</summary>
    Count,

    /// <summary>A share of the base, 0–1.</summary>
    Share,

    /// <summary>A mean in the variable's own unit.</summary>
    Mean,

    /// <summary>An estimated population total.</summary>
    Total,

    /// <summary>A ratio of two totals.</summary>
    Ratio,

    /// <summary>A quantile in the variable's own unit.</summary>
    Quantile,

    /// <summary>A difference between two shares or means.</summary>
    Difference,

    /// <summary>An odds ratio: the odds in a category over those in its reference.</summary>
    OddsRatio,

    /// <summary>A net balance, −1 to 1: share positive less share negative.</summary>
    Balance,
}
