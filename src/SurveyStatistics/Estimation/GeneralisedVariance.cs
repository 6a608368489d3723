namespace SurveyStatistics.Estimation;

/// <summary>
/// Confidence intervals computed from a table alone: the share, the number of respondents, the design effect of their weights and the
/// population. Statistical offices print such generalised variances beside tables (Wolter, Introduction to Variance Estimation, 2nd ed.,
/// chapter 7), because the variance of each cell needs the data, and tells of them.
/// </summary>
/// <remarks>
/// The variance is that of a simple random sample of as many respondents as unequal weights leave, n / deff (Kish 1965, section 11.7), drawn
/// without replacement: p (1 − p) / (n / deff − 1) · (1 − n / N). What strata gain is not counted, so the interval is rather too wide.
/// </remarks>
public static class GeneralisedVariance
{
    // A population rounded to tens can come out smaller than the sample; nobody is certain by that.
    private const double LargestFraction = 0.95;
    private const string Name = "generalised";

    /// <summary>Kish's design effect of unequal weights, n Σw² / (Σw)²: 1 when all weigh the same.</summary>
    /// <param name="weights">The respondents' weights.</param>
    public static double DesignEffect(IEnumerable<double> weights)
    {
        var (n, sum, squares) = (0, 0.0, 0.0);
        foreach (var weight in weights ?? [])
        {
            (n, sum, squares) = (n + 1, sum + weight, squares + (weight * weight));
        }

        return sum > 0 ? n * squares / (sum * sum) : 1;
    }

    /// <summary>The variance that a share p has if p (1 − p) is <paramref name="spread"/>.</summary>
    /// <param name="spread">p (1 − p) for a share; for a net balance what is known of (above + below − balance²).</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="designEffect">The design effect of their weights.</param>
    /// <param name="population">The units they stand for; infinite when the sample's part of them doesn't count.</param>
    /// <returns>The variance; NaN for so few respondents that there is none.</returns>
    public static double Variance(double spread, int respondents, double designEffect, double population) =>
        respondents / designEffect > 1 ? spread / ((respondents / designEffect) - 1) * (1 - Math.Min(LargestFraction, respondents / population)) : double.NaN;

    /// <summary>The interval of a share, by the logit, with Student's t of n / deff − 1 degrees of freedom.</summary>
    /// <param name="share">The share, 0–1, as it is shown.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="designEffect">The design effect of their weights.</param>
    /// <param name="population">The units they stand for; infinite when the sample's part of them doesn't count.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval; null for so few respondents that there is none.</returns>
    public static ConfidenceInterval? ShareInterval(double share, int respondents, double designEffect, double population, double level = 0.95)
    {
        var effective = respondents / designEffect;
        if (!(effective > 1) || !(share is >= 0 and <= 1))
        {
            return null;
        }

        if (share is 0 or 1)
        {
            var (least, most) = ProportionInterval.ClopperPearson(share * effective, effective, level);
            return new ConfidenceInterval(least, most, level, Name);
        }

        // The slope of log(p / (1 − p)) is 1 / (p (1 − p)): the delta method carries the standard error over.
        var half = Student(effective, level) * Math.Sqrt(Variance(share * (1 - share), respondents, designEffect, population)) / (share * (1 - share));
        var centre = Math.Log(share / (1 - share));
        return new ConfidenceInterval(1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)), level, Name);
    }

    /// <summary>
    /// The interval of a net balance, share above less share below. Of the two shares only the difference d is shown; together they are at
    /// most everybody, so that the variance is at most that of above + below = 1: (1 − d²).
    /// </summary>
    /// <param name="balance">The balance, −1 to 1, as it is shown.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="designEffect">The design effect of their weights.</param>
    /// <param name="population">The units they stand for; infinite when the sample's part of them doesn't count.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval; null for so few respondents that there is none.</returns>
    public static ConfidenceInterval? BalanceInterval(double balance, int respondents, double designEffect, double population, double level = 0.95) =>
        Around(balance, Variance(1 - (balance * balance), respondents, designEffect, population), respondents / designEffect, level);

    /// <summary>The interval of a difference of two groups' shares that are not shown: each has at most the variance of one half.</summary>
    /// <param name="difference">The difference, −1 to 1, as it is shown.</param>
    /// <param name="groups">For each of the two groups its respondents, the design effect of their weights and the units they stand for.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval; null for so few respondents that there is none.</returns>
    public static ConfidenceInterval? DifferenceInterval(
        double difference, IReadOnlyList<(int Respondents, double DesignEffect, double Population)> groups, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var variance = groups.Sum(group => Variance(0.25, group.Respondents, group.DesignEffect, group.Population));
        return Around(difference, variance, groups.Min(group => group.Respondents / group.DesignEffect), level);
    }

    private static ConfidenceInterval? Around(double value, double variance, double effective, double level)
    {
        if (!(effective > 1) || !double.IsFinite(variance))
        {
            return null;
        }

        var half = Student(effective, level) * Math.Sqrt(variance);
        return new ConfidenceInterval(Math.Max(-1, value - half), Math.Min(1, value + half), level, Name);
    }

    private static double Student(double effective, double level) => Distributions.StudentQuantile((1 + level) / 2, effective - 1);
}
