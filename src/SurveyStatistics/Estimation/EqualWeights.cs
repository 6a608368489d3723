namespace SurveyStatistics.Estimation;

/// <summary>Checks that an exact interval is possible: a finite population, and equal weights in every group.</summary>
internal static class EqualWeights
{
    /// <summary>Stops when an exact interval is not possible.</summary>
    /// <exception cref="SurveyException">It is not; the message says why.</exception>
    public static void Check(VarianceEstimator variance, int[] group, int groups)
    {
        var (sample, first) = (variance.Sample, new double[groups]);
        if (!variance.IsFinite || sample.Stages is not [{ Unit: null, PopulationUnits: not null }])
        {
            throw Impossible("a sample drawn without replacement from a finite population, not clustered: WithFinitePopulation()");
        }

        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is not (var g and >= 0))
            {
                continue;
            }

            first[g] = first[g] == 0 ? sample.Weights[row] : first[g];
            if (Math.Abs(sample.Weights[row] - first[g]) > 1e-9 * first[g])
            {
                throw Impossible("respondents with equal weights in every group of the table, and in all of it");
            }
        }
    }

    private static SurveyException Impossible(string expected) => new(new Problem(
        "An exact interval is not possible for this design", Expected: expected, Hint: "use beta intervals: IntervalMethod.Beta"));
}
