namespace SurveyStatistics.Weighting;

/// <summary>The distribution of a set of weights and what their unevenness costs.</summary>
/// <param name="Count">The number of respondents with a weight above zero.</param>
/// <param name="Sum">The sum of the weights: the size of the population they stand for.</param>
/// <param name="Minimum">The smallest weight.</param>
/// <param name="Maximum">The largest weight.</param>
/// <param name="SumOfSquares">The sum of the squared weights.</param>
public sealed record WeightSummary(int Count, double Sum, double Minimum, double Maximum, double SumOfSquares)
{
    /// <summary>The mean weight.</summary>
    public double Mean => Sum / Count;

    /// <summary>
    /// Kish's design effect of unequal weighting, n Σw² / (Σw)², that is 1 + the squared coefficient of variation
    /// (Kish 1965, 11.7): how much larger the variance of a mean becomes when weights and answers are unrelated.
    /// </summary>
    public double KishDesignEffect => Count * SumOfSquares / (Sum * Sum);

    /// <summary>The effective number of respondents after weighting, (Σw)² / Σw².</summary>
    public double EffectiveRespondents => Sum * Sum / SumOfSquares;

    /// <summary>Describes <paramref name="weights"/>.</summary>
    /// <exception cref="ArgumentException">No weight is above zero.</exception>
    public static WeightSummary Of(ReadOnlySpan<double> weights)
    {
        var (count, sum, squares, minimum, maximum) = (0, 0.0, 0.0, double.PositiveInfinity, 0.0);
        foreach (var weight in weights)
        {
            if (weight != 0)
            {
                count++;
                sum += weight;
                squares += weight * weight;
                minimum = Math.Min(minimum, weight);
                maximum = Math.Max(maximum, weight);
            }
        }

        return count > 0
            ? new WeightSummary(count, sum, minimum, maximum, squares)
            : throw new ArgumentException("At least one weight must be above zero.", nameof(weights));
    }
}
