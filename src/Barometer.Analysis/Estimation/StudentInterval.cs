namespace Barometer.Analysis.Estimation;

/// <summary>The interval estimate ± t × SE, with the design's degrees of freedom.</summary>
internal static class StudentInterval
{
    /// <summary>The interval; null when the variance or the degrees of freedom do not allow one.</summary>
    public static ConfidenceInterval? Of(double value, double variance, double degreesOfFreedom, double level)
    {
        if (double.IsNaN(value) || double.IsNaN(variance) || !(degreesOfFreedom > 0))
        {
            return null;
        }

        var half = Distributions.StudentQuantile((1 + level) / 2, degreesOfFreedom) * Math.Sqrt(variance);
        return new ConfidenceInterval(value - half, value + half, level, "t");
    }
}
