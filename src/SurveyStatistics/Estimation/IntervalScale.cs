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

    /// <summary>On that of Fisher's z, artanh θ, for correlations.</summary>
    Fisher,

    /// <summary>On that of log (1 − θ), for what is at most 1, such as a reliability.</summary>
    LogComplement,
}

/// <summary>Numbers and intervals on the scales.</summary>
internal static class IntervalScales
{
    /// <summary>A number on the scale.</summary>
    public static double To(this IntervalScale scale, double value) => scale switch
    {
        IntervalScale.Log => Math.Log(value),
        IntervalScale.Logit => Math.Log(value / (1 - value)),
        IntervalScale.Fisher => Math.Atanh(value),
        IntervalScale.LogComplement => -Math.Log(1 - value),
        _ => value,
    };

    /// <summary>The number that stands on the scale.</summary>
    public static double From(this IntervalScale scale, double number) => scale switch
    {
        IntervalScale.Log => Math.Exp(number),
        IntervalScale.Logit => 1 / (1 + Math.Exp(-number)),
        IntervalScale.Fisher => Math.Tanh(number),
        IntervalScale.LogComplement => 1 - Math.Exp(-number),
        _ => number,
    };

    /// <summary>The interval of an estimate on a scale: g(θ) ± t SE g′(θ), read back.</summary>
    /// <exception cref="SurveyException">The estimate is outside the scale.</exception>
    public static ConfidenceInterval? Interval(this IntervalScale scale, DesignState state, string name, double value, double variance, double degrees)
    {
        if (scale == IntervalScale.Identity)
        {
            return state.StudentInterval(value, variance, degrees);
        }

        if (!double.IsFinite(scale.To(value)))
        {
            throw new SurveyException(new Problem(
                $"«{name}» has no interval on the scale of {Words(scale)}",
                Expected: scale switch
                {
                    IntervalScale.Log => "a number above zero",
                    IntervalScale.Logit => "a number between 0 and 1",
                    IntervalScale.Fisher => "a number between −1 and 1",
                    _ => "a number below 1",
                },
                Hint: "IntervalScale.Identity"));
        }

        return scale.Around(state, value, variance, degrees);
    }

    /// <summary>The same; null where the estimate is outside the scale.</summary>
    public static ConfidenceInterval? Around(this IntervalScale scale, DesignState state, double value, double variance, double degrees)
    {
        var slope = scale switch
        {
            IntervalScale.Log => 1 / value,
            IntervalScale.Logit => 1 / (value * (1 - value)),
            IntervalScale.Fisher => 1 / (1 - (value * value)),
            IntervalScale.LogComplement => 1 / (1 - value),
            _ => 1,
        };
        return double.IsFinite(scale.To(value)) && state.StudentInterval(scale.To(value), variance * slope * slope, degrees) is { } interval
            ? new ConfidenceInterval(scale.From(interval.Lower), scale.From(interval.Upper), interval.Level, Method(scale))
            : null;
    }

    private static string Method(IntervalScale scale) => scale switch
    {
        IntervalScale.Log => "log",
        IntervalScale.Logit => "logit",
        IntervalScale.Fisher => "fisher",
        IntervalScale.LogComplement => "log complement",
        _ => "t",
    };

    private static string Words(IntervalScale scale) => scale switch
    {
        IntervalScale.Log => "its logarithm",
        IntervalScale.Logit => "its log odds",
        IntervalScale.Fisher => "Fisher's z",
        _ => "the logarithm of 1 less it",
    };
}
