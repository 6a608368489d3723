namespace SurveyStatistics.Estimation;

/// <summary>Adjusts the p-values of a battery of tests for their number; <c>p.adjust</c> in R.</summary>
public static class PValueAdjustment
{
    /// <summary>
    /// Holm's (1979) step-down method: the chance of any false finding stays at the level, however the tests depend on each
    /// other.
    /// </summary>
    /// <param name="pValues">The p-values, 0 to 1.</param>
    /// <returns>The adjusted ones, in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var order = Ascending(pValues);
        var adjusted = new double[order.Length];
        var largest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - i) * pValues[order[i]]));
            adjusted[order[i]] = largest;
        }

        return adjusted;
    }

    /// <summary>
    /// Benjamini and Hochberg's (1995) step-up method: the expected share of false findings among the findings stays at the
    /// level.
    /// </summary>
    /// <param name="pValues">The p-values, 0 to 1.</param>
    /// <returns>The adjusted ones, in the same order.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        var order = Ascending(pValues);
        var adjusted = new double[order.Length];
        var smallest = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, order.Length * pValues[order[i]] / (i + 1));
            adjusted[order[i]] = smallest;
        }

        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double> pValues)
    {
        foreach (var p in pValues)
        {
            if (!(p >= 0 && p <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), "A p-value lies between 0 and 1.");
            }
        }

        return [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
    }
}
