namespace SurveyStatistics.Estimation;

/// <summary>
/// What strata with a single sampled unit add to a variance at one stage (<c>options(survey.lonely.psu)</c> in R's survey package,
/// 4.4-1 and later). Which strata there are depends on the base: as in R those with nobody in it are left out.
/// </summary>
/// <param name="stage">The stage.</param>
/// <param name="number">Its number, 0 for the first.</param>
/// <param name="option">What to do with them.</param>
internal sealed class LonelyUnits(SamplingStage stage, int number, LonelyStratum option)
{
    private readonly bool _any = Enumerable.Range(0, stage.StratumCount).Any(stage.IsLonely);

    /// <summary>Whether the variance depends on which strata have somebody in the base.</summary>
    public bool NeedBase => _any && (option == LonelyStratum.Average || MayAdjust);

    /// <summary>Whether lonely units count by their deviation from the mean of all.</summary>
    public bool IsAdjusted => _any && MayAdjust;

    // Below the first stage every unit is a stratum of its own: a lonely one is all that its mean is of, and deviates by nothing.
    private bool MayAdjust => option == LonelyStratum.Adjust && number == 0;

    /// <summary>(1 − f) n / (n − 1) for each stratum, times the sampling fractions above it; of a lonely one what it counts by.</summary>
    public double[] Factors()
    {
        var factors = new double[stage.StratumCount];
        for (var stratum = 0; stratum < factors.Length; stratum++)
        {
            var n = stage.SampledUnits[stratum];
            var correction = stage.IsTakenWhole(stratum) ? 0 : stage.FractionAbove[stratum] * stage.Unsampled(stratum);
            factors[stratum] = n > 1 ? correction * n / (n - 1) : MayAdjust ? correction : 0;
        }

        return factors;
    }

    /// <summary>For each stratum whether somebody in it is in the base; null when all are or it doesn't matter.</summary>
    /// <param name="inBase">For each row whether it is in the base; null for all rows.</param>
    public bool[]? Present(bool[]? inBase)
    {
        if (inBase is null || !NeedBase)
        {
            return null;
        }

        var present = new bool[stage.StratumCount];
        for (var row = 0; row < inBase.Length; row++)
        {
            present[stage.Stratum[row]] |= inBase[row];
        }

        return present;
    }

    /// <summary>Whether some stratum with somebody in the base has a variance that lonely ones can be given.</summary>
    /// <param name="inBase">For each row whether it is in the base; null for all rows.</param>
    public bool HaveVariance(bool[]? inBase) => !_any || option != LonelyStratum.Average
        || Enumerable.Range(0, stage.Stratum.Length).Any(row => inBase?[row] != false && !stage.IsLonely(stage.Stratum[row]));

    /// <summary>The strata with somebody in a group of a table.</summary>
    public bool[] Present(StratumSums sums, int group)
    {
        var present = new bool[stage.StratumCount];
        for (var stratum = 0; stratum < present.Length; stratum++)
        {
            present[stratum] = sums.Cells[(stratum * sums.Groups) + group].Respondents > 0;
        }

        return present;
    }

    /// <summary>Puts the mean of all units in the place of a lonely unit's own, where its deviation from that is taken.</summary>
    /// <param name="means">The units' mean in each stratum and group, strata by groups.</param>
    /// <param name="group">The group.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="present">The strata in the base; null for all.</param>
    public void Centre(double[] means, int group, int groups, bool[]? present)
    {
        if (!IsAdjusted)
        {
            return;
        }

        var (sum, units) = (0.0, 0.0);
        for (var stratum = 0; stratum < stage.StratumCount; stratum++)
        {
            if (IsIn(present, stratum))
            {
                sum += means[(stratum * groups) + group] * stage.SampledUnits[stratum];
                units += stage.SampledUnits[stratum];
            }
        }

        for (var stratum = 0; stratum < stage.StratumCount; stratum++)
        {
            if (stage.IsLonely(stratum) && IsIn(present, stratum))
            {
                means[(stratum * groups) + group] = sum / units;
            }
        }
    }

    /// <summary>The factors with which each lonely stratum gets the average variance of the others under the same stratum above.</summary>
    /// <param name="factors">For each stratum the factor of its own variance.</param>
    /// <param name="present">The strata in the base; null for all.</param>
    public double[] Averaged(double[] factors, bool[]? present)
    {
        if (option != LonelyStratum.Average || !_any)
        {
            return factors;
        }

        var (all, usable) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var stratum = 0; stratum < stage.StratumCount; stratum++)
        {
            if (IsIn(present, stratum))
            {
                var parent = stage.ParentOfStratum[stratum];
                all[parent] = all.GetValueOrDefault(parent) + 1;
                usable[parent] = usable.GetValueOrDefault(parent) + (stage.IsLonely(stratum) ? 0 : 1);
            }
        }

        // With none usable 0 × 1/0: there is no variance to take the average of, and so none.
        return [.. factors.Select((factor, stratum) => all.GetValueOrDefault(stage.ParentOfStratum[stratum]) is var strata and > 0
            ? factor * ((double)strata / usable[stage.ParentOfStratum[stratum]])
            : 0)];
    }

    private static bool IsIn(bool[]? present, int stratum) => present is null || present[stratum];
}
