namespace Barometer.Analysis.Estimation;

/// <content>Variances by replication.</content>
public sealed partial class SurveyDesign
{
    /// <summary>The replicate weights; null while variances are by linearisation.</summary>
    /// <exception cref="BarometerException">The design can't be used as it is; the message says what to do.</exception>
    public ReplicateWeights? Replicates => (Variance as ReplicateVariance)?.Replicates;

    /// <summary>
    /// Takes all variances from replicate weights rather than by linearisation. Post-stratification, raking and
    /// calibration are repeated in every replicate, those taken before as well as those taken after; non-response
    /// adjustments, trimming and scaling keep their factors.
    /// </summary>
    /// <param name="replication">How the replicates are made.</param>
    /// <exception cref="BarometerException">
    /// The method does not suit the design, a step can't be taken in a replicate, the design is replicated already, or
    /// replicate weights from the data come after a step; the message says what to do.
    /// </exception>
    public SurveyDesign Replicated(Replication replication)
    {
        ArgumentNullException.ThrowIfNull(replication);
        if (Variance is not TaylorVariance)
        {
            throw new BarometerException(new Problem(
                "The design has replicate weights or a second phase already", Hint: "start from the design before Replicated(…) or its second phase"));
        }

        return new SurveyDesign(_state.After(ReplicateVariance.Of(Sample, replication)));
    }
}
