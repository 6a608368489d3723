namespace SurveyStatistics.Estimation;

/// <summary>A coefficient of a regression.</summary>
/// <param name="Name">What it belongs to.</param>
/// <param name="Value">The estimate, on the scale of the linear predictor.</param>
/// <param name="StandardError">Its design-based standard error.</param>
/// <param name="T">The estimate over its standard error.</param>
/// <param name="PValue">The two-sided p-value of no effect, by the t distribution with the model's degrees of freedom.</param>
/// <param name="Interval">The t interval; null without degrees of freedom.</param>
/// <param name="Reliability">Reasons to read it with care.</param>
public sealed record Coefficient(
    CoefficientName Name, double Value, double StandardError, double T, double PValue, ConfidenceInterval? Interval, Reliability Reliability)
{
    /// <summary>The odds ratio (logistic) or rate ratio (Poisson): the exponential of the coefficient.</summary>
    public double Ratio => Math.Exp(Value);

    /// <summary>The interval of <see cref="Ratio"/>; null without degrees of freedom.</summary>
    public ConfidenceInterval? RatioInterval => Interval is null
        ? null
        : new ConfidenceInterval(Math.Exp(Interval.Lower), Math.Exp(Interval.Upper), Interval.Level, $"exp {Interval.Method}");
}
