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
        // The model describes the invited, who count alike in it; the variation of their propensities is the population's,
        // in which they count by their weights.
        var propensities = ResponseModel.Fit(invitation, variables, weighted: false).Propensities;
        var size = invitation.Weights.Sum();
        var mean = WeightedSum(invitation.Weights, propensities) / size;
        var squares = WeightedSum(invitation.Weights, Array.ConvertAll(propensities, p => (p - mean) * (p - mean)));
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

/// <summary>
/// What one variable contributes to the variation of response propensities (Schouten, Shlomo and Skinner 2011).
/// </summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="Unconditional">The standard deviation of propensities between its categories; 0 when they answer alike.</param>
/// <param name="Conditional">
/// The standard deviation of propensities within the cells that the other variables form: what this variable adds to them.
/// </param>
/// <param name="Categories">
/// For each category its share of the unconditional indicator: below zero when it is under-represented.
/// </param>
public sealed record PartialRepresentativity(
    string Variable, double Unconditional, double Conditional, IReadOnlyList<(string Category, double Unconditional)> Categories)
{
    /// <summary>The partial indicators of <paramref name="variable"/> beside all <paramref name="variables"/>.</summary>
    internal static PartialRepresentativity Of(
        Invitation invitation, double[] propensities, double mean, string variable, IReadOnlyList<string> variables)
    {
        var own = CrossClassification.Of(invitation.Units, [variable]);
        var others = CrossClassification.Of(invitation.Units, [.. variables.Where(name => name != variable)]);
        var size = invitation.Weights.Sum();
        var (weights, means) = Means(own, invitation.Weights, propensities);
        var (_, otherMeans) = Means(others, invitation.Weights, propensities);
        var between = 0.0;
        for (var cell = 0; cell < weights.Length; cell++)
        {
            between += weights[cell] == 0 ? 0 : weights[cell] * (means[cell] - mean) * (means[cell] - mean);
        }

        var within = 0.0;
        for (var unit = 0; unit < propensities.Length; unit++)
        {
            var deviation = propensities[unit] - otherMeans[others.Cells[unit]];
            within += invitation.Weights[unit] * deviation * deviation;
        }

        return new PartialRepresentativity(
            variable,
            Math.Sqrt(between / size),
            Math.Sqrt(within / size),
            [.. Enumerable.Range(0, weights.Length).Where(cell => weights[cell] > 0).Select(cell =>
                (own.CategoriesOf(cell)[0], Math.Sqrt(weights[cell] / size) * (means[cell] - mean)))]);
    }

    private static (double[] Weights, double[] Means) Means(CrossClassification crossing, double[] weights, double[] values)
    {
        var (sums, totals) = (new double[crossing.CellCount], new double[crossing.CellCount]);
        for (var unit = 0; unit < values.Length; unit++)
        {
            sums[crossing.Cells[unit]] += weights[unit];
            totals[crossing.Cells[unit]] += weights[unit] * values[unit];
        }

        return (sums, [.. totals.Select((total, cell) => total / sums[cell])]);
    }
}
