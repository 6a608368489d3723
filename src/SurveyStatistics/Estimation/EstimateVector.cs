namespace SurveyStatistics.Estimation;

/// <summary>Numbers estimated together, with their covariance matrix.</summary>
/// <param name="Values">The estimates.</param>
/// <param name="Covariance">Their covariances.</param>
internal sealed record EstimateVector(double[] Values, double[,] Covariance)
{
    /// <summary>The number of estimates.</summary>
    public int Count => Values.Length;

    /// <summary>The standard error of one.</summary>
    public double StandardError(int index) => Math.Sqrt(Covariance[index, index]);

    /// <summary>A linear combination Σ cᵢθᵢ and its variance.</summary>
    public (double Value, double Variance) Combine(ReadOnlySpan<double> coefficients)
    {
        var (value, variance) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            value += coefficients[i] == 0 ? 0 : coefficients[i] * Values[i];
            for (var j = 0; j < Count; j++)
            {
                variance += coefficients[i] == 0 || coefficients[j] == 0 ? 0 : coefficients[i] * Covariance[i, j] * coefficients[j];
            }
        }

        return (value, Math.Max(0, variance));
    }

    /// <summary>The estimates at some positions, with their covariances.</summary>
    public EstimateVector Select(ReadOnlySpan<int> positions)
    {
        var values = new double[positions.Length];
        var covariance = new double[positions.Length, positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            values[i] = Values[positions[i]];
            for (var j = 0; j < positions.Length; j++)
            {
                covariance[i, j] = Covariance[positions[i], positions[j]];
            }
        }

        return new EstimateVector(values, covariance);
    }
}
