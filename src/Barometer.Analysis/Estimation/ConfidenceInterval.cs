namespace Barometer.Analysis.Estimation;

/// <summary>A confidence interval.</summary>
/// <param name="Lower">The lower limit, in the estimate's unit; NaN where a quantile has none.</param>
/// <param name="Upper">The upper limit, in the estimate's unit; NaN where a quantile has none.</param>
/// <param name="Level">The confidence level, for example 0.95.</param>
/// <param name="Method">The name of the method, for example <c>logit</c>.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double Level, string Method) : UnreleasedRecord
{
    /// <summary>The distance between the limits.</summary>
    public double Width => Upper - Lower;
}
