namespace Barometer.Analysis.Estimation;

/// <summary>
/// Confidence intervals of a proportion. At 0 and 1, and wherever the estimated variance is zero, the standard error
/// says nothing about uncertainty: the effective number of respondents is then taken to be their number, as the standards
/// of the US National Center for Health Statistics do (Parker et al. 2017), with Wilson's interval if it was asked for
/// and Clopper and Pearson's otherwise. A census in which all answered has no sampling error, and its interval is the proportion itself.
/// </summary>
internal static class ProportionInterval
{
    /// <summary>The interval, or what is shown in its place.</summary>
    /// <param name="proportion">The estimate, 0 to 1.</param>
    /// <param name="variance">Its variance under the design.</param>
    /// <param name="respondents">The number of respondents in the base.</param>
    /// <param name="degreesOfFreedom">The design's degrees of freedom in the base.</param>
    /// <param name="isCensus">Whether the base was taken whole.</param>
    /// <param name="method">How it is made.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval, or null when there is no respondent, or too few to have a degree of freedom.</returns>
    public static ConfidenceInterval? Of(
        double proportion, double variance, int respondents, double degreesOfFreedom, bool isCensus, IntervalMethod method, double level)
    {
        if (respondents == 0 || double.IsNaN(proportion) || double.IsNaN(variance))
        {
            return null;
        }

        if (isCensus)
        {
            return new ConfidenceInterval(proportion, proportion, level, "census");
        }

        if (variance <= 0 || proportion <= 0 || proportion >= 1)
        {
            return WithoutVariance(Math.Clamp(proportion, 0, 1), respondents, method, level);
        }

        if (degreesOfFreedom <= 0)
        {
            return null;
        }

        var (low, high) = Limits(proportion, variance, respondents, degreesOfFreedom, method, level);
        return new ConfidenceInterval(low, high, level, Name(method));
    }

    /// <summary>The limits for a proportion inside (0, 1) with a positive variance.</summary>
    public static (double Lower, double Upper) Limits(
        double proportion, double variance, int respondents, double degreesOfFreedom, IntervalMethod method, double level)
    {
        var t = Distributions.StudentQuantile((1 + level) / 2, degreesOfFreedom);
        var half = t * Math.Sqrt(variance);
        return method switch
        {
            IntervalMethod.Logit => Logit(proportion, half),
            IntervalMethod.Wilson => Wilson(proportion, proportion * (1 - proportion) / variance, t),
            IntervalMethod.Beta => KornGraubard(proportion, variance, respondents, t, level),
            IntervalMethod.ArcSine => ArcSine(proportion, half),
            IntervalMethod.Plain => (proportion - half, proportion + half),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
    }

    /// <summary>Clopper and Pearson's (1934) interval; counts need not be whole.</summary>
    public static (double Lower, double Upper) ClopperPearson(double count, double n, double level)
    {
        var tail = (1 - level) / 2;
        return (
            count <= 0 ? 0 : Distributions.BetaQuantile(tail, count, n - count + 1),
            count >= n ? 1 : 1 - Distributions.BetaQuantile(tail, n - count, count + 1));
    }

    private static ConfidenceInterval WithoutVariance(double p, int n, IntervalMethod method, double level)
    {
        var isWilson = method == IntervalMethod.Wilson;
        var (lower, upper) = isWilson
            ? Wilson(p, n, Distributions.NormalQuantile((1 + level) / 2))
            : ClopperPearson(p * n, n, level);
        return new ConfidenceInterval(Math.Max(0, lower), Math.Min(1, upper), level, isWilson ? "wilson, n_eff = n" : "beta, n_eff = n");
    }

    private static (double Lower, double Upper) Logit(double p, double half)
    {
        var (centre, width) = (Math.Log(p / (1 - p)), half / (p * (1 - p)));
        return (1 / (1 + Math.Exp(width - centre)), 1 / (1 + Math.Exp(-width - centre)));
    }

    /// <summary>Wilson's (1927) score interval with <paramref name="n"/> effective respondents and quantile <paramref name="t"/>.</summary>
    public static (double Lower, double Upper) Wilson(double p, double n, double t)
    {
        var (middle, root) = (p + (t * t / (2 * n)), t / (2 * n) * Math.Sqrt((4 * n * p * (1 - p)) + (t * t)));
        var scale = 1 + (t * t / n);
        return ((middle - root) / scale, (middle + root) / scale);
    }

    private static (double Lower, double Upper) KornGraubard(double p, double variance, int respondents, double t, double level)
    {
        var ratio = Distributions.StudentQuantile((1 + level) / 2, respondents - 1) / t;
        var n = p * (1 - p) / variance * ratio * ratio;
        return ClopperPearson(p * n, n, level);
    }

    // The limits stay on the monotone part of sin²: R's own wraps around when the interval reaches 0 or 1.
    private static (double Lower, double Upper) ArcSine(double p, double half)
    {
        var (centre, width) = (Math.Asin(Math.Sqrt(p)), half / (2 * Math.Sqrt(p * (1 - p))));
        var lower = Math.Sin(Math.Max(0, centre - width));
        var upper = Math.Sin(Math.Min(Math.PI / 2, centre + width));
        return (lower * lower, upper * upper);
    }

    private static string Name(IntervalMethod method) => method switch
    {
        IntervalMethod.Logit => "logit",
        IntervalMethod.Wilson => "wilson",
        IntervalMethod.Beta => "beta",
        IntervalMethod.ArcSine => "asin-sqrt",
        _ => "t",
    };
}
