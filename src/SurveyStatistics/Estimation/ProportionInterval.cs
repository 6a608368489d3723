using MathNet.Numerics;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Confidence intervals of a proportion. At 0 and 1, and where the estimated variance is zero by chance, the standard error
/// says nothing about uncertainty: the effective number of respondents is then taken to be their number, as the standards
/// of the US National Center for Health Statistics do (Parker et al. 2017), with Wilson's interval if it was asked for
/// and Clopper and Pearson's otherwise. A census in which all answered has no sampling error, nor has a proportion that strata or totals fix
/// (<see cref="FixedByDesign"/>): the interval is the proportion itself.
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

        if (share.IsFixed)
        {
            return new ConfidenceInterval(share.Value, share.Value, level, "fixed");
        }

        if (method == IntervalMethod.Hypergeometric)
        {
            var (count, population) = ((int)Math.Round(share.Value * share.Respondents), (int)Math.Round(share.Base));
            var (lower, upper) = Hypergeometric(count, share.Respondents, population, level);
            return new ConfidenceInterval(lower, upper, level, "hypergeometric");
        }

        if (share.HasNoVariance || share.Value <= 0 || share.Value >= 1)
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

    /// <summary>Wilson's (1927) score interval with <paramref name="n"/> effective respondents and quantile <paramref name="t"/>.</summary>
    public static (double Lower, double Upper) Wilson(double p, double n, double t)
    {
        var (middle, root) = (p + (t * t / (2 * n)), t / (2 * n) * Math.Sqrt((4 * n * p * (1 - p)) + (t * t)));
        var scale = 1 + (t * t / n);
        return ((middle - root) / scale, (middle + root) / scale);
    }

    /// <summary>
    /// The exact interval of a share in a finite population from a simple random sample drawn without replacement, as shares of
    /// the population: all numbers K of population units with the answer under which neither so few nor so many in the sample
    /// would be rarer than half the error (Buonaccorsi 1987). What remains open after a census that not everybody answered.
    /// </summary>
    /// <param name="count">The respondents with the answer.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="population">The number of population units.</param>
    /// <param name="level">The confidence level.</param>
    public static (double Lower, double Upper) Hypergeometric(int count, int respondents, int population, double level)
    {
        var tail = (1 - level) / 2;
        var (least, most) = (count, population - (respondents - count));

        // With more units that have the answer, as many in the sample become more likely, as few less likely.
        var lower = First(least, most, k => 1 - Below(count, respondents, population, k) > tail);
        var upper = First(least, most, k => !(Below(count + 1, respondents, population, k) > tail)) - 1;
        return (lower / (double)population, upper / (double)population);
    }

    /// <summary>Stops when an exact interval is not possible: it takes a finite population, and equal weights in every group.</summary>
    /// <exception cref="SurveyException">It is not; the message says why.</exception>
    public static void RequireEqualWeights(VarianceEstimator variance, int[] group, int groups)
    {
        var (sample, first) = (variance.Sample, new double[groups]);
        if (!variance.IsFinite || sample.Stages is not [{ Unit: null, PopulationUnits: not null }])
        {
            throw Impossible("a sample drawn without replacement from a finite population, not clustered: WithFinitePopulation()");
        }

        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is not (var g and >= 0))
            {
                continue;
            }

            first[g] = first[g] == 0 ? sample.Weights[row] : first[g];

            // Weights that were computed as equal may differ in their last digits.
            if (Math.Abs(sample.Weights[row] - first[g]) > 1e-9 * first[g])
            {
                throw Impossible("respondents with equal weights in every group of the table, and in all of it");
            }
        }
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
        // The slope of log(p / (1 − p)) is 1 / (p (1 − p)): the delta method carries the standard error over.
        var (centre, width) = (IntervalScale.Logit.To(p), half / (p * (1 - p)));
        return (IntervalScale.Logit.From(centre - width), IntervalScale.Logit.From(centre + width));
    }

    // The degrees of freedom are the design's, whatever the other intervals take.
    private static (double Lower, double Upper) KornGraubard(GroupEstimate share, double level, double most)
    {
        // Korn and Graubard's n* = n_eff (t_{n−1} / t_df)²: fewer degrees of freedom than a simple random sample's widen it.
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

    // The first number for which the condition holds, from which on it does; one more than the last if it never does.
    private static int First(int low, int last, Func<int, bool> holds)
    {
        var high = last + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // The probability of fewer than `count` in the sample when k of the population have the answer.
    private static double Below(int count, int respondents, int population, int k)
    {
        var first = Math.Max(0, respondents - (population - k));
        var all = SpecialFunctions.BinomialLn(population, respondents);
        var sum = 0.0;
        for (var x = first; x < count && x <= k; x++)
        {
            sum += Math.Exp(SpecialFunctions.BinomialLn(k, x) + SpecialFunctions.BinomialLn(population - k, respondents - x) - all);
        }

        return sum;
    }

    private static SurveyException Impossible(string expected) => new(new Problem(
        "An exact interval is not possible for this design", Expected: expected, Hint: "use beta intervals: IntervalMethod.Beta"));
}

/// <summary>How the confidence interval of a proportion is made. docs/method.md says why logit is the default.</summary>
public enum IntervalMethod
{
    /// <summary>Symmetric on the logit scale with the design's t quantile (<c>xlogit</c> in R's svyciprop).</summary>
    Logit = 0,

    /// <summary>Wilson's score interval with the effective number of respondents and the design's t quantile.</summary>
    Wilson,

    /// <summary>
    /// Clopper and Pearson's interval with the effective number of respondents, reduced for the design's degrees of
    /// freedom (Korn and Graubard 1998; <c>beta</c> in R's svyciprop): never too narrow.
    /// </summary>
    Beta,

    /// <summary>
    /// As <see cref="Beta"/>, with an effective number of at most the respondents, as the standards of the US National Center
    /// for Health Statistics have it (Parker et al. 2017).
    /// </summary>
    CappedBeta,

    /// <summary>Symmetric on the arcsine square root scale with the design's t quantile (<c>asin</c> in R's svyciprop).</summary>
    ArcSine,

    /// <summary>
    /// Exact for a simple random sample drawn without replacement, such as a census that not everybody answered; the base's
    /// respondents must have equal weights.
    /// </summary>
    Hypergeometric,

    /// <summary>The estimate ± t × SE, cut at 0 and 1 nowhere (<c>mean</c> in R's svyciprop).</summary>
    Plain,
}
