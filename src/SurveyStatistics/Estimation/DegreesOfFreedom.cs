namespace SurveyStatistics.Estimation;

/// <summary>
/// The design's degrees of freedom for a domain: primary sampling units less strata, counting those with a respondent in
/// the domain (Korn and Graubard 1999, 5.2; <c>degf</c> of a subset in R's survey package).
/// </summary>
internal static class DegreesOfFreedom
{
    /// <summary>The degrees of freedom in each group.</summary>
    /// <param name="sample">The design.</param>
    /// <param name="group">For each row its group, or −1.</param>
    /// <param name="groups">The number of groups.</param>
    public static int[] Of(WeightedSample sample, int[] group, int groups)
    {
        var stage = sample.Stages[0];
        var seenStrata = new bool[stage.StratumCount * groups];
        var seenUnits = stage.Unit is null ? null : new bool[stage.StratumOfUnit!.Length * groups];
        var degrees = new int[groups];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is not (var g and >= 0) || sample.Weights[row] == 0)
            {
                continue;
            }

            if (seenUnits is null || Mark(seenUnits, (stage.Unit![row] * groups) + g))
            {
                degrees[g]++;
            }

            if (Mark(seenStrata, (stage.Stratum[row] * groups) + g))
            {
                degrees[g]--;
            }
        }

        return degrees;
    }

    private static bool Mark(bool[] seen, int cell)
    {
        if (seen[cell])
        {
            return false;
        }

        seen[cell] = true;
        return true;
    }
}
