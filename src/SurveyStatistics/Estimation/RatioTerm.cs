namespace SurveyStatistics.Estimation;

/// <summary>One ratio of weighted totals.</summary>
/// <param name="Numerator">For each row its part of the numerator; zero outside the domain.</param>
/// <param name="Denominator">For each row its part of the denominator; zero outside the domain. Null for a total.</param>
internal sealed record RatioTerm(double[] Numerator, double[]? Denominator)
{
    /// <summary>The mean of a variable over the rows of a group.</summary>
    public static RatioTerm Mean<TValues>(int[] group, int one, TValues values)
        where TValues : struct, IRowValues
    {
        var (numerator, denominator) = (new double[group.Length], new double[group.Length]);
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] == one)
            {
                numerator[row] = values.At(row);
                denominator[row] = 1;
            }
        }

        return new RatioTerm(numerator, denominator);
    }
}
