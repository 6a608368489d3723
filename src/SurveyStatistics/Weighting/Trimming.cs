namespace SurveyStatistics.Weighting;

/// <summary>
/// Trimming: weights outside two limits are cut to them, and what was cut is spread evenly over the other weights, again
/// until none is outside (<c>trimWeights(strict = TRUE)</c> in R's survey package, 4.2-1 and later). A weight that was cut once
/// stays at its limit. The sum of the weights stays; totals they were fitted to are no longer met exactly.
/// </summary>
/// <remarks>A row with a weight of zero is outside the sample: it is neither raised nor given of what was cut.</remarks>
internal static class Trimming
{
    private const double SameSum = 1e-9;

    /// <summary>The sample with weights between the limits.</summary>
    /// <exception cref="SurveyException">The limits leave no room for the sum of the weights.</exception>
    public static WeightedSample Apply(WeightedSample sample, double lower, double upper)
    {
        var mean = WeightSummary.Of(sample.Weights).Mean;
        if (!(lower < mean && mean < upper))
        {
            throw new SurveyException(new Problem(
                "The limits of trimming leave no room for the weights",
                Expected: FormattableString.Invariant($"a lower limit below and an upper limit above the mean weight {mean:0.###}"),
                Got: FormattableString.Invariant($"{lower:0.###} and {upper:0.###}")));
        }

        var weights = (double[])sample.Weights.Clone();
        var stays = Array.ConvertAll(weights, weight => weight == 0);
        while (Trim(weights, stays, lower, upper))
        {
        }

        return sample.After(
            weights,
            new WeightStep { Kind = WeightStepKind.Trimming, Limits = (lower, upper) });
    }

    // One round; false when nothing was outside. Each round lets one more weight stay at its limit, so that there is an end.
    private static bool Trim(double[] weights, bool[] stays, double lower, double upper)
    {
        var (excess, before) = (0.0, stays.Count(one => one));
        for (var row = 0; row < weights.Length; row++)
        {
            if (!stays[row] && (weights[row] < lower || weights[row] > upper))
            {
                var cut = Math.Clamp(weights[row], lower, upper);
                excess += weights[row] - cut;
                (weights[row], stays[row]) = (cut, true);
            }
        }

        var stay = stays.Count(one => one);
        if (stay == weights.Length && Math.Abs(excess) > SameSum * weights.Sum())
        {
            throw new SurveyException(new Problem(
                "Trimming cuts every weight, and leaves nobody to spread what was cut over", Hint: "choose limits farther apart"));
        }

        for (var row = 0; row < weights.Length && stay > before; row++)
        {
            weights[row] += stays[row] ? 0 : excess / (weights.Length - stay);
        }

        return stay > before && stay < weights.Length;
    }
}

/// <summary>The unweighted sample quantile by linear interpolation, type 7 of Hyndman and Fan (1996), as R's default.</summary>
internal static class Quantile7
{
    /// <summary>The quantile at <paramref name="probability"/>, between 0 and 1.</summary>
    public static double Of(ReadOnlySpan<double> values, double probability)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>The quantile of values in ascending order.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
