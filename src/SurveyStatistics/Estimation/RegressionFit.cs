namespace SurveyStatistics.Estimation;

/// <summary>A fitted generalised linear model.</summary>
/// <param name="Coefficients">The coefficients.</param>
/// <param name="Means">The fitted mean of each row; 0 outside the base.</param>
/// <param name="WorkingWeights">For each row the weight of the last least-squares step; 0 outside the base.</param>
/// <param name="Deviance">The deviance.</param>
internal sealed record RegressionFit(double[] Coefficients, double[] Means, double[] WorkingWeights, double Deviance);
