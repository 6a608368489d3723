namespace SurveyStatistics.Estimation;

/// <summary>
/// When a test has a meaning: what is tested must have a sampling variance, and the design degrees of freedom. Otherwise a p-value would be that
/// of rounding errors, or of a sample so small that anything could have come out.
/// </summary>
internal static class TestConditions
{
    // Smaller than this part of the numbers themselves a standard error is rounding.
    private const double Rounding = 1e-12;

    // A variance this far below that of a simple random sample may be what is left of totals that were met by iteration.
    private const double Small = 0.5;

    /// <summary>Stops when no degree of freedom is left.</summary>
    /// <exception cref="SurveyException">It is so.</exception>
    public static void RequireDegrees(double degrees)
    {
        if (!(degrees > 0))
        {
            throw new SurveyException(new Problem(
                "The test has no degrees of freedom left",
                Expected: "more sampling units than strata and groups together, of those with somebody in the base",
                Hint: "merge groups or strata, or give the numbers without a test"));
        }
    }

    /// <summary>
    /// Stops when groups can't be compared: one has a single respondent, or in every one the mean has no variance, because all gave the same or
    /// strata or totals fix it.
    /// </summary>
    /// <param name="variance">The design.</param>
    /// <param name="group">For each row its group, or −1.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="by">The variable that forms them.</param>
    /// <param name="values">The variable that is compared.</param>
    /// <param name="mayBeAlone">Whether a group of a single respondent is allowed.</param>
    /// <exception cref="SurveyException">It is so.</exception>
    public static void RequireComparable(VarianceEstimator variance, int[] group, int groups, string by, double[] values, bool mayBeAlone = false)
    {
        var means = DomainStatistic.Means(variance, group, groups, new RowNumbers(values));
        if (!mayBeAlone && Array.Exists(means, one => one.Respondents == 1))
        {
            throw new SurveyException(new Problem(
                $"A group of «{by}» has a single respondent, which tells nothing of how its answers vary",
                Expected: "two respondents or more in each group",
                Hint: "merge the group with another one"));
        }

        var size = Rounding * values.Where((value, row) => group[row] >= 0).Max(Math.Abs);
        if (Array.TrueForAll(means, one => one.Respondents == 0 || one.IsFixed || one.IsCensus || one.ElementVariance <= size * size))
        {
            throw NoVariance("in each group what is compared is the same for all, or strata or totals that the weights were fitted to fix it");
        }
    }

    /// <summary>Stops when an estimate has no variance to test it by.</summary>
    /// <param name="error">The standard error.</param>
    /// <param name="size">The size of the numbers it is made of.</param>
    /// <exception cref="SurveyException">It is so.</exception>
    public static void RequireVariance(double error, double size)
    {
        RequireNumber(error);
        if (error <= Rounding * size)
        {
            throw NoVariance("all sampling units of a stratum have the same");
        }
    }

    /// <summary>Stops when the shares of cells have no variance.</summary>
    /// <param name="variance">The design.</param>
    /// <param name="cells">For each row its cell, or −1.</param>
    /// <param name="shares">The cells' shares.</param>
    /// <exception cref="SurveyException">It is so.</exception>
    public static void RequireVariance(VarianceEstimator variance, int[] cells, EstimateVector shares)
    {
        RequireNumber(Enumerable.Range(0, shares.Count).Sum(shares.StandardError));
        var respondents = cells.Count(cell => cell >= 0);
        var everybody = Array.ConvertAll(cells, cell => cell >= 0 ? 0 : -1);
        for (var cell = 0; cell < shares.Count; cell++)
        {
            var simple = shares.Values[cell] * (1 - shares.Values[cell]) / respondents;
            if (shares.Covariance[cell, cell] > Small * simple)
            {
                return;
            }
        }

        // So small a variance in every cell can be that of a stratified sample: then there is a cell that isn't fixed.
        if (Enumerable.Range(0, shares.Count).All(cell => shares.Values[cell] <= 0
            || DomainStatistic.Means(variance, everybody, 1, new CategoryIndicator(cells, cell))[0] is { IsFixed: true } or { IsCensus: true }))
        {
            throw NoVariance("strata, or totals that the weights were fitted to, fix the shares of all cells");
        }
    }

    private static void RequireNumber(double error)
    {
        if (double.IsNaN(error))
        {
            throw new SurveyException(new Problem(
                "There is no test, as no variance can be estimated: every stratum with somebody in the base has one sampled unit only",
                Hint: "merge strata by CollapsingStrata(), or choose another WithLonelyStrata(…)"));
        }
    }

    private static SurveyException NoVariance(string why) => new(new Problem(
        $"There is nothing to test, as there is no sampling variance: {why}",
        Hint: "give the numbers without a test, or test before the weighting step or with other variables"));
}
