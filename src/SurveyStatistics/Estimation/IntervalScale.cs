namespace SurveyStatistics.Estimation;

/// <summary>On which scale the interval of a function of estimates is symmetric.</summary>
public enum IntervalScale
{
    /// <summary>On its own: estimate ± t × SE.</summary>
    Identity = 0,

    /// <summary>On that of its logarithm, for ratios, which are above zero.</summary>
    Log,

    /// <summary>On that of its log odds, for what is a share.</summary>
    Logit,
}

/// <summary>The intervals.</summary>
internal static class IntervalScales
{
    /// <summary>The interval of an estimate on a scale: g(θ) ± t SE g′(θ), read back.</summary>
    /// <exception cref="SurveyException">The estimate is outside the scale.</exception>
    public static ConfidenceInterval? Interval(this IntervalScale scale, DesignState state, string name, double value, double variance, double degrees)
    {
        if (scale == IntervalScale.Identity)
        {
            return state.StudentInterval(value, variance, degrees);
        }

        if (!(value > 0) || (scale == IntervalScale.Logit && !(value < 1)))
        {
            throw new SurveyException(new Problem(
                $"«{name}» has no interval on the scale of its {(scale == IntervalScale.Log ? "logarithm" : "log odds")}",
                Expected: scale == IntervalScale.Log ? "a number above zero" : "a number between 0 and 1",
                Hint: "IntervalScale.Identity"));
        }

        var slope = scale == IntervalScale.Log ? 1 / value : 1 / (value * (1 - value));
        return state.StudentInterval(scale.To(value), variance * slope * slope, degrees) is { } interval
            ? new ConfidenceInterval(scale.From(interval.Lower), scale.From(interval.Upper), interval.Level, scale == IntervalScale.Log ? "log" : "logit")
            : null;
    }

    /// <summary>A number on the scale.</summary>
    public static double To(this IntervalScale scale, double value) => scale switch
    {
        IntervalScale.Log => Math.Log(value),
        IntervalScale.Logit => Math.Log(value / (1 - value)),
        _ => value,
    };

    /// <summary>The number that stands on the scale.</summary>
    public static double From(this IntervalScale scale, double number) => scale switch
    {
        IntervalScale.Log => Math.Exp(number),
        IntervalScale.Logit => 1 / (1 + Math.Exp(-number)),
        _ => number,
    };
}
