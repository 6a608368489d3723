namespace SurveyStatistics.Estimation;

/// <summary>
/// Whether strata, or totals that the weights were fitted to, fix a mean or total: every sample that the design could have drawn gives the
/// same. Then what they leave of each row's influence is the same throughout a stratum, and so is every sampling unit's total. A variance
/// that happens to be zero is no proof: the units of a stratum can have the same total by chance.
/// </summary>
internal static class FixedByDesign
{
    // What is left of an influence that is explained is rounding, up to some 1e-12 where totals are met by iteration.
    private const double Rounding = 1e-8;

    // Only a variance so far below that of a simple random sample is looked into; the rounds of raking can leave more of it where its
    // margins all but follow from each other.
    private const double Small = 1e-2;
    private const double SmallInRounds = 0.5;
    private const double Negligible = 1e-6;

    // Of replicate weights made elsewhere the strata and totals aren't known: no variance at all must do.
    private const double None = 1e-10;

    /// <summary>
    /// The variance of what is fixed: what was estimated where it is rounding, which R has, too; none where the rounds of raking were too few.
    /// </summary>
    public static double Left(double variance, double ratio) => ratio <= Negligible ? variance : 0;

    /// <summary>Whether a group's mean or total is fixed.</summary>
    /// <param name="variance">The design.</param>
    /// <param name="group">For each row its group, or −1 outside the base.</param>
    /// <param name="one">The group.</param>
    /// <param name="centre">The mean, or 0 for a total.</param>
    /// <param name="values">The variable; read in the base only.</param>
    /// <param name="ratio">The variance over that of a simple random sample.</param>
    public static bool Holds<TValues>(VarianceEstimator variance, int[] group, int one, double centre, TValues values, double ratio)
        where TValues : struct, IRowValues
    {
        var sample = variance.Sample;
        if (!(ratio <= (sample.Projections.Any(projection => projection.Exact != projection) ? SmallInRounds : Small)))
        {
            return false;
        }

        var (weighted, largest, largestWeighted, size) = (new double[group.Length], 0.0, 0.0, Math.Abs(centre));
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] == one)
            {
                var influence = values.At(row) - centre;
                weighted[row] = sample.Weights[row] * influence;
                largest = Math.Max(largest, Math.Abs(influence));
                largestWeighted = Math.Max(largestWeighted, Math.Abs(weighted[row]));
                size = Math.Max(size, Math.Abs(values.At(row)));
            }
        }

        // When all gave the same, nobody deviates: that says nothing of what the design fixes.
        if (largest <= Rounding * size)
        {
            return false;
        }

        if (variance is ReplicateVariance { IsStored: true })
        {
            return ratio <= None;
        }

        foreach (var projection in sample.Projections)
        {
            projection.Exact.Project(weighted);
        }

        var rounding = Rounding * largestWeighted;
        return IsConstant(sample, weighted, Rounding * largest)
            && sample.Stages.All(stage => AreEqual(stage.UnitTotals(weighted), stage.StratumOfEachUnit, stage.IsTakenWhole, rounding))
            && (sample.SecondPhase is not { } phase || AreEqual(weighted, phase.Stratum, _ => false, rounding));
    }

    // Whether all rows of a stratum have the same influence; a lonely unit's stratum is known to vary by as much as others do.
    private static bool IsConstant(WeightedSample sample, double[] weighted, double rounding)
    {
        var (stage, seen) = (sample.Stages[0], new double?[sample.Stages[0].StratumCount]);
        for (var row = 0; row < weighted.Length; row++)
        {
            var stratum = stage.Stratum[row];
            if (sample.Weights[row] == 0 || stage.IsTakenWhole(stratum))
            {
                continue;
            }

            var influence = weighted[row] / sample.Weights[row];
            if (Math.Abs(influence - (seen[stratum] ??= influence)) > rounding
                || (stage.IsLonely(stratum) && sample.Lonely != LonelyStratum.Certainty && Math.Abs(influence) > rounding))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(double[] totals, int[] strata, Func<int, bool> isWhole, double rounding)
    {
        var seen = new Dictionary<int, double>();
        for (var unit = 0; unit < totals.Length; unit++)
        {
            if (!seen.TryGetValue(strata[unit], out var first))
            {
                seen.Add(strata[unit], first = totals[unit]);
            }

            if (Math.Abs(totals[unit] - first) > rounding && !isWhole(strata[unit]))
            {
                return false;
            }
        }

        return true;
    }
}
