namespace SurveyStatistics.Estimation;

/// <summary>The average change of the mean response.</summary>
/// <param name="Name">The variable, and the category that is compared with the reference.</param>
/// <param name="Value">The change, in the response's unit: for a share as a number between −1 and 1.</param>
/// <param name="StandardError">Its design-based standard error.</param>
/// <param name="Interval">The t interval; null without degrees of freedom.</param>
/// <param name="Reliability">Reasons to read it with care.</param>
public sealed record MarginalEffect(
    CoefficientName Name, double Value, double StandardError, ConfidenceInterval? Interval, Reliability Reliability);
