namespace Barometer.Analysis.Estimation;

/// <summary>Makes the confidence intervals of a design: its method for shares, its level, t with its degrees of freedom.</summary>
internal sealed class Intervals(DesignCache cache, IntervalMethod method, double level, double? fixedDegrees)
{
    /// <summary>The quantile of Student's t.</summary>
    public double T(double degreesOfFreedom) => cache.Student(level, fixedDegrees ?? degreesOfFreedom);

    /// <summary>The interval of a share, or what is shown in its place.</summary>
    public ConfidenceInterval? Share(GroupEstimate share) => ProportionInterval.Of(share, T(share.DegreesOfFreedom), method, level);

    /// <summary>The interval estimate ± t × SE; null when the variance or the degrees of freedom do not allow one.</summary>
    public ConfidenceInterval? Student(double value, double variance, double degreesOfFreedom)
    {
        if (double.IsNaN(value) || double.IsNaN(variance) || !(degreesOfFreedom > 0))
        {
            return null;
        }

        var half = T(degreesOfFreedom) * Math.Sqrt(variance);
        return new ConfidenceInterval(value - half, value + half, level, "t");
    }
}
