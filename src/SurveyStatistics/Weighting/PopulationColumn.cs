namespace SurveyStatistics.Weighting;

/// <summary>Reads the population count of each stratum from a column that repeats it in every row.</summary>
internal static class PopulationColumn
{
    /// <summary>The population units of each stratum.</summary>
    /// <exception cref="SurveyException">A count is missing, varies within a stratum or is below the sample's.</exception>
    public static double[] Read(NumericColumn column, int[] stratum, IReadOnlyList<StratumName> names, int[] sampled)
    {
        var counts = new double[names.Count];
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
        {
            ref var count = ref counts[stratum[row]];
            if (double.IsNaN(values[row]) || (count != 0 && count != values[row]))
            {
                throw new SurveyException(new Problem(
                    $"The population count is missing or varies within the stratum {names[stratum[row]]}",
                    Column: column.Name,
                    Expected: "one count for each stratum, repeated in all its rows",
                    Hint: "check that the counts belong to these strata"));
            }

            count = values[row];
        }

        for (var one = 0; one < counts.Length; one++)
        {
            if (counts[one] < sampled[one])
            {
                throw new SurveyException(new Problem(
                    $"The stratum {names[one]} has more sampled units than population units",
                    Column: column.Name,
                    Expected: FormattableString.Invariant($"at least {sampled[one]}"),
                    Got: FormattableString.Invariant($"{counts[one]}")));
            }
        }

        return counts;
    }
}
