namespace SurveyStatistics.Weighting;

/// <summary>Finds strata whose variance can't be estimated because they have a single unit and were not taken whole.</summary>
internal static class LonelyStrata
{
    /// <summary>Whether the stratum has one sampled unit of several.</summary>
    public static bool IsLonely(SamplingStage stage, int stratum) =>
        stage.SampledUnits[stratum] == 1 && !stage.IsTakenWhole(stratum);

    /// <summary>Stops when a lonely stratum was not provided for.</summary>
    /// <exception cref="SurveyException">There is one and <paramref name="option"/> is to fail.</exception>
    public static void Check(IReadOnlyList<SamplingStage> stages, LonelyStratum option)
    {
        if (option != LonelyStratum.Fail)
        {
            return;
        }

        var problems = stages.SelectMany((stage, i) => Enumerable.Range(0, stage.StratumCount)
            .Where(stratum => IsLonely(stage, stratum))
            .Select(stratum => new Problem(
                FormattableString.Invariant($"The stratum {stage.StratumNames[stratum]} has one sampled unit only (stage {i + 1})"),
                Expected: "two or more, to estimate its variance from",
                Hint: "merge it with its neighbour by CollapsingStrata(), or choose WithLonelyStrata(Adjust, Average, Remove or Certainty)")))
            .ToList();
        if (problems.Count > 0)
        {
            throw new SurveyException(problems);
        }
    }
}
