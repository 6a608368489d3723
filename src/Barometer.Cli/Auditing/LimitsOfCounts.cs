using DisclosureControl;
using MathNet.Numerics.Distributions;

namespace Barometer.Cli.Auditing;

/// <summary>
/// The confidence limits that whole numbers of givers lead to, as docs/method.md has them: ratio mean, Taylor variance in strata with
/// finite population correction or that of a simple sample, logit interval with Student's t, Clopper and Pearson's without a variance.
/// </summary>
/// <param name="strata">The number's strata.</param>
/// <param name="weights">The weight of a respondent of each.</param>
/// <param name="number">The number, with its limits.</param>
internal sealed class LimitsOfCounts(IReadOnlyList<CaseStratum> strata, double[] weights, CaseNumber number)
{
    private const double NoVariance = 1e-15;
    private readonly CaseInterval _interval = number.Interval!;
    private readonly double _tail = (1 - (double)number.Interval!.Level) / 2;
    private readonly double _t = StudentT.InvCDF(0, 1, number.Interval!.Df, 1 - ((1 - (double)number.Interval.Level) / 2));

    /// <summary>Whether counts of the strata, with their bases, give the limits that are shown.</summary>
    public bool AreShown(IReadOnlyList<int> counts, IReadOnlyList<int> bases)
    {
        var size = weights.Zip(bases, (weight, m) => weight * m).Sum();
        var share = weights.Zip(counts, (weight, y) => weight * y).Sum() / size;
        var variance = (_interval.Variance == "srs" ? Simple(counts, bases, share) : Taylor(counts, bases, share)) / (size * size);
        var (low, high) = variance <= NoVariance || share <= 0 || share >= 1 ? Exact(share, bases.Sum()) : Logit(share, variance);
        var step = (double)number.LimitStep!.Value;
        return RoundedShare.Rounded(low, step) == RoundedShare.Rounded((double)number.Lower!.Value, step)
            && RoundedShare.Rounded(high, step) == RoundedShare.Rounded((double)number.Upper!.Value, step);
    }

    private double Taylor(IReadOnlyList<int> counts, IReadOnlyList<int> bases, double share)
    {
        var sum = 0.0;
        for (var i = 0; i < strata.Count; i++)
        {
            // Who left the question open has the residual zero, and counts in n.
            var (n, (first, second)) = ((double)strata[i].R, Residuals(counts[i], bases[i], share));
            sum += weights[i] * weights[i] * (1 - (n / strata[i].N)) * n / Math.Max(n - 1, 1) * (second - (first * first / n));
        }

        return sum;
    }

    private double Simple(IReadOnlyList<int> counts, IReadOnlyList<int> bases, double share)
    {
        var (n, (first, second)) = ((double)_interval.Sampled!.Value, Residuals(counts.Sum(), bases.Sum(), share));
        return n / (n - 1) * (second - (first * first / n));
    }

    private static (double Sum, double Squares) Residuals(double y, double m, double share) =>
        (y - (m * share), (y * (1 - share) * (1 - share)) + ((m - y) * share * share));

    private (double Low, double High) Logit(double share, double variance)
    {
        var (centre, half) = (Math.Log(share / (1 - share)), _t * Math.Sqrt(variance) / (share * (1 - share)));
        return (1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)));
    }

    private (double Low, double High) Exact(double share, double n)
    {
        var k = Math.Clamp(share, 0, 1) * n;
        return (k <= 0 ? 0 : Beta.InvCDF(k, n - k + 1, _tail), k >= n ? 1 : Beta.InvCDF(k + 1, n - k, 1 - _tail));
    }
}
