namespace SurveyStatistics.Weighting;

/// <summary>A calibration as a step to repeat in every replicate; weights of replicates may become negative.</summary>
internal sealed class Recalibration(AuxiliaryMatrix auxiliaries, CalibrationCurve curve) : IReweighting
{
    /// <inheritdoc/>
    public int? Constraints => auxiliaries.Rank();

    /// <inheritdoc/>
    public void Reweight(Span<double> weights)
    {
        var factors = Calibration.Factors(auxiliaries, weights.ToArray(), curve);
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] *= factors[row];
        }
    }
}
