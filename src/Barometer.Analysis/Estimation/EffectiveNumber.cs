namespace Barometer.Analysis.Estimation;

/// <summary>
/// Kish's (1965) effective number of respondents, (Σw)² / Σw²: what unequal weights leave of them. Slopes and coefficients
/// are judged by it, since they have no variance of a simple random sample to compare with.
/// </summary>
internal static class EffectiveNumber
{
    /// <summary>The effective number of the rows that count.</summary>
    public static double Of(double[] weights, Func<int, bool> counts)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < weights.Length; row++)
        {
            if (counts(row))
            {
                sum += weights[row];
                squares += weights[row] * weights[row];
            }
        }

        return squares > 0 ? sum * sum / squares : 0;
    }
}
