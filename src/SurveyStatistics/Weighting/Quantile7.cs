namespace SurveyStatistics.Weighting;

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
