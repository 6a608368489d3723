namespace SurveyStatistics.Estimation;

/// <summary>
/// Confidence intervals of a proportion. At 0 and 1, and wherever the estimated variance is zero, the standard error
/// says nothing about uncertainty: the effective number of respondents is then taken to be their number, as the standards
/// of the US National Center for Health Statistics do (Parker et al. 2017), with Wilson's interval if it was asked for
/// and Clopper and Pearson's otherwise. A census in which all answered has no sampling error, and its interval is the proportion itself.
/// </summary>
internal static class ProportionInterval
{
    /// <summary>The interval, or what is shown in its place.</summary>
    /// <param name="share">The estimated proportion.</param>
    /// <param name="t">The quantile of Student's t with its degrees of freedom.</param>
    /// <param name="method">How the interval is made.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The interval, or null when there is no respondent, or too few to have a degree of freedom.</returns>
    public static ConfidenceInterval? Of(GroupEstimate share, double t, IntervalMethod method, double level)
    {
        if (share.Respondents == 0 || double.IsNaN(share.Value) || double.IsNaN(share.Variance))
        {
            return null;
        }

        if (share.IsCensus)
        {
            return new ConfidenceInterval(share.Value, share.Value, level, "census");
        }

        if (method == IntervalMethod.Hypergeometric)
        {
            var (count, population) = ((int)Math.Round(share.Value * share.Respondents), (int)Math.Round(share.Base));
            var (lower, upper) = HypergeometricInterval.Limits(count, share.Respondents, population, level);
            return new ConfidenceInterval(lower, upper, level, "hypergeometric");
        }

        if (share.Variance <= 0 || share.Value <= 0 || share.Value >= 1)
        {
            return WithoutVariance(Math.Clamp(share.Value, 0, 1), share.Respondents, method, level);
        }

        if (share.DegreesOfFreedom <= 0)
        {
            return null;
        }

        var (low, high) = Limits(share, t, method, level);
        return new ConfidenceInterval(low, high, level, Name(method));
    }

    /// <summary>Clopper and Pearson's (1934) interval; counts need not be whole.</summary>
    public static (double Lower, double Upper) ClopperPearson(double count, double n, double level)
    {
        var tail = (1 - level) / 2;
        return (
            count <= 0 ? 0 : Distributions.BetaQuantile(tail, count, n - count + 1),
            count >= n ? 1 : 1 - Distributions.BetaQuantile(tail, n - count, count + 1));
    }

    // The limits for a proportion inside (0, 1) with a positive variance.
    private static (double Lower, double Upper) Limits(GroupEstimate share, double t, IntervalMethod method, double level)
    {
        var (p, half) = (share.Value, t * Math.Sqrt(share.Variance));
        return method switch
        {
            IntervalMethod.Logit => Logit(p, half),
            IntervalMethod.Wilson => Wilson(p, p * (1 - p) / share.Variance, t),
            IntervalMethod.Beta => KornGraubard(share, level, double.PositiveInfinity),
            IntervalMethod.CappedBeta => KornGraubard(share, level, share.Respondents),
            IntervalMethod.ArcSine => ArcSine(p, half),
            IntervalMethod.Plain => (p - half, p + half),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
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

    // The degrees of freedom are the design's, whatever the other intervals take.
    private static (double Lower, double Upper) KornGraubard(GroupEstimate share, double level, double most)
    {
        var ratio = Distributions.StudentQuantile((1 + level) / 2, share.Sampled - 1)
            / Distributions.StudentQuantile((1 + level) / 2, share.DegreesOfFreedom);
        var n = Math.Min(most, share.Value * (1 - share.Value) / share.Variance * ratio * ratio);
        return ClopperPearson(share.Value * n, n, level);
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
        IntervalMethod.CappedBeta => "beta, n_eff ≤ n",
        IntervalMethod.ArcSine => "asin-sqrt",
        _ => "t",
    };
}
