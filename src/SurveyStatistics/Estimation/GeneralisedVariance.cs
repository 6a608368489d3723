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

        var spread = share * (1 - share);

        // The slope of log(p / (1 − p)) is 1 / (p (1 − p)): the delta method carries the variance over.
        return Transformed(IntervalScale.Logit, share, Variance(spread, respondents, designEffect, population) / (spread * spread), effective, level);
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

    /// <summary>
    /// The interval of a correlation by Fisher's z, whose variance is 1 / (n / deff − 3) of normal variables; of answers on a scale it is near that.
    /// </summary>
    /// <param name="correlation">The correlation, −1 to 1, as it is shown.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="designEffect">The design effect of their weights.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval; null for so few respondents that there is none, and at −1 and 1.</returns>
    public static ConfidenceInterval? CorrelationInterval(double correlation, int respondents, double designEffect, double level = 0.95) =>
        Transformed(IntervalScale.Fisher, correlation, 1 / ((respondents / designEffect) - 3), respondents / designEffect, level);

    /// <summary>The interval of Cronbach's alpha of k items: log (1 − α) has the variance 2k / ((k − 1)(n / deff − 2)) (Bonett 2002).</summary>
    /// <param name="alpha">Alpha as it is shown.</param>
    /// <param name="items">The number of items.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="designEffect">The design effect of their weights.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval; null for so few respondents that there is none.</returns>
    public static ConfidenceInterval? AlphaInterval(double alpha, int items, int respondents, double designEffect, double level = 0.95) => items < 2 ? null : Transformed(
        IntervalScale.LogComplement, alpha, 2.0 * items / ((items - 1) * ((respondents / designEffect) - 2)), respondents / designEffect, level);

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

    /// <summary>
    /// The interval of a function of estimates from the limits that are shown of each: how far it moves when one estimate moves to the limit that lowers it, all of these squared and added, and so upwards
    /// (the method of variance estimates recovery: Zou and Donner 2008, <i>Statistics in Medicine</i> 27; of ratios on the scale of the logarithm, Donner and Zou 2012). What estimates of the same
    /// respondents have in common isn't shown: their moves are added as if they went together in the worst way, so that the interval is too wide rather than too narrow.
    /// </summary>
    /// <param name="function">The function; it rises or falls with each estimate between its limits.</param>
    /// <param name="values">Each estimate as it is shown; those that aren't used don't count.</param>
    /// <param name="limits">Its interval as it is shown.</param>
    /// <param name="sample">For each estimate a number, the same for those that share respondents.</param>
    /// <param name="scale">On which scale moves are measured.</param>
    /// <returns>The interval; null where an estimate that is used has none, or the function has no value at a limit.</returns>
    public static ConfidenceInterval? FunctionInterval(
        EstimateFunction function, IReadOnlyList<double> values, IReadOnlyList<ConfidenceInterval?> limits, IReadOnlyList<int> sample, IntervalScale scale = IntervalScale.Identity)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(sample);
        if (function.Used.Any(place => limits[place] is null))
        {
            return null;
        }

        var centre = scale.To(function.At(values));
        var (down, up) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        foreach (var place in function.Used)
        {
            double Move(double limit) => scale.To(function.At([.. values.Select((value, i) => i == place ? limit : value)])) - centre;
            var (one, other) = (Move(limits[place]!.Lower), Move(limits[place]!.Upper));
            down[sample[place]] = down.GetValueOrDefault(sample[place]) + Math.Max(0, -Math.Min(one, other));
            up[sample[place]] = up.GetValueOrDefault(sample[place]) + Math.Max(0, Math.Max(one, other));
        }

        var (lower, upper) = (centre - Math.Sqrt(down.Values.Sum(move => move * move)), centre + Math.Sqrt(up.Values.Sum(move => move * move)));
        return double.IsFinite(lower) && double.IsFinite(upper)
            ? new ConfidenceInterval(scale.From(lower), scale.From(upper), limits[function.Used[0]]!.Level, "recovered")
            : null;
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

    // The interval that is symmetric on a scale, with that scale's variance.
    private static ConfidenceInterval? Transformed(IntervalScale scale, double value, double variance, double effective, double level)
    {
        if (!double.IsFinite(scale.To(value)) || !(variance > 0) || !double.IsFinite(variance) || !(effective > 1))
        {
            return null;
        }

        var half = Student(effective, level) * Math.Sqrt(variance);
        return new ConfidenceInterval(scale.From(scale.To(value) - half), scale.From(scale.To(value) + half), level, Name);
    }

    private static double Student(double effective, double level) => Distributions.StudentQuantile((1 + level) / 2, effective - 1);
}
