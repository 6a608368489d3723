namespace SurveyStatistics.Weighting;

/// <summary>
/// Trimming: weights outside two limits are cut to them, and what was cut is spread evenly over the other weights, again
/// until none is outside (<c>trimWeights(strict = TRUE)</c> in R's survey package). The sum of the weights stays; totals
/// they were fitted to are no longer met exactly.
/// </summary>
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
        var trimmed = new bool[weights.Length];
        while (Trim(weights, trimmed, lower, upper))
        {
        }

        // When all weights are cut there is nobody left to take what was cut, and R's weights add up to less.
        if (Math.Abs((weights.Sum() / sample.Weights.Sum()) - 1) > SameSum)
        {
            throw new SurveyException(new Problem(
                "Trimming cuts every weight, and leaves nobody to spread what was cut over", Hint: "choose limits farther apart"));
        }

        return sample.After(
            weights,
            new WeightStep { Kind = WeightStepKind.Trimming, Limits = (lower, upper) });
    }

    // One round; false when nothing was outside. Rounding at a limit does not count as outside.
    private static bool Trim(double[] weights, bool[] trimmed, double lower, double upper)
    {
        var (excess, inside) = (0.0, 0);
        var outside = new bool[weights.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            outside[row] = weights[row] < lower || weights[row] > upper;
            if (outside[row])
            {
                var cut = Math.Clamp(weights[row], lower, upper);
                excess += weights[row] - cut;
                weights[row] = cut;
                trimmed[row] = true;
            }
            else
            {
                inside++;
            }
        }

        for (var row = 0; row < weights.Length && excess != 0; row++)
        {
            weights[row] += outside[row] ? 0 : excess / inside;
        }

        return excess != 0;
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
