namespace SurveyStatistics.Estimation;

/// <summary>
/// How a quantile is read off the weighted distribution; the rules of R's survey package, which carry those of Hyndman and
/// Fan (1996) over to weights.
/// </summary>
public enum QuantileRule
{
    /// <summary>The smallest value with at least that share at or below it (<c>math</c>, <c>hf1</c>).</summary>
    Smallest = 0,

    /// <summary>As <see cref="Smallest"/>, halfway to the next value where the share is met exactly (<c>school</c>, <c>hf2</c>).</summary>
    Halfway,

    /// <summary>The nearest even order statistic (<c>hf3</c>).</summary>
    NearestEven,

    /// <summary>Linear interpolation of the distribution function (<c>hf4</c>).</summary>
    Linear4,

    /// <summary>Linear interpolation at the middle of each weight's step (<c>hf5</c>).</summary>
    Linear5,

    /// <summary>Linear interpolation with one more weight at the end (<c>hf6</c>).</summary>
    Linear6,

    /// <summary>Linear interpolation between the smallest and the largest value (<c>hf7</c>, R's default without weights).</summary>
    Linear7,

    /// <summary>Linear interpolation, about median-unbiased (<c>hf8</c>).</summary>
    Linear8,

    /// <summary>Linear interpolation, about unbiased for normal data (<c>hf9</c>).</summary>
    Linear9,

    /// <summary>Shah and Vaish's (2006) rule (<c>shahvaish</c>).</summary>
    ShahVaish,
}
