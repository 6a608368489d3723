namespace SurveyStatistics.Weighting;

/// <summary>
/// How much the response probabilities vary over what the frame knows, R = 1 − 2 S(ρ): 1 when everybody invited was
/// equally likely to answer, less the more response depends on the variables (Schouten, Cobben and Bethlehem 2009).
/// </summary>
/// <param name="Indicator">The R-indicator, with S² = Σ w (ρ − ρ̄)² / (Σ w − 1).</param>
/// <param name="MeanPropensity">The weighted mean of the propensities ρ̄.</param>
/// <param name="MaximalBias">
/// The most that non-response can bias a mean, in standard deviations of the variable: the coefficient of variation of the
/// propensities.
/// </param>
/// <param name="Variables">What each variable contributes.</param>
public sealed record Representativity(
    double Indicator, double MeanPropensity, double MaximalBias, IReadOnlyList<PartialRepresentativity> Variables)
{
    /// <summary>Describes the response to a survey by a logistic regression on the variables.</summary>
    /// <exception cref="SurveyException">The model does not converge, or a value is missing.</exception>
    internal static Representativity Of(Invitation invitation, IReadOnlyList<string> variables)
    {
        var model = ResponseModel.Fit(invitation, variables, weighted: false);
        var (propensities, weights) = (model.Propensities, invitation.Weights);
        var size = weights.Sum();
        var mean = WeightedSum(weights, propensities) / size;
        var squares = WeightedSum(weights, Array.ConvertAll(propensities, p => (p - mean) * (p - mean)));
        return new Representativity(
            1 - (2 * Math.Sqrt(squares / (size - 1))),
            mean,
            Math.Sqrt(squares / size) / mean,
            [.. variables.Select(variable => PartialRepresentativity.Of(invitation, propensities, mean, variable, variables))]);
    }

    private static double WeightedSum(double[] weights, double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum;
    }
}
