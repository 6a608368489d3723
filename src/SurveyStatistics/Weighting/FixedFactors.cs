namespace SurveyStatistics.Weighting;

/// <summary>
/// A step whose factors stay those of the full sample in every replicate: adjustments for non-response, whose
/// non-respondents are in no replicate; trimming, whose limits mean nothing to a respondent drawn twice; and scaling.
/// </summary>
/// <param name="factors">For each row its weight after the step over that before it.</param>
internal sealed class FixedFactors(double[] factors) : IReweighting
{
    /// <inheritdoc/>
    public int? Constraints => null;

    /// <summary>For each row its factor.</summary>
    public double[] Factors => factors;

    /// <summary>The factors between two sets of weights.</summary>
    public static FixedFactors Between(double[] before, double[] after) => new([.. after.Zip(before, (w, b) => w / b)]);

    /// <inheritdoc/>
    public void Reweight(Span<double> weights)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] *= factors[row];
        }
    }
}
