namespace SurveyStatistics.Weighting;

/// <summary>
/// Non-response adjustment by estimated response propensity: either respondents count by the inverse of their own
/// propensity, or units are put in classes of similar propensity and adjusted within them, which is steadier when the
/// model is wrong (Little 1986; Rosenbaum and Rubin 1984 for five classes).
/// </summary>
internal static class ResponsePropensity
{
    /// <summary>The sample adjusted within classes of the propensities' quantiles.</summary>
    /// <exception cref="SurveyException">The weights did not start from invitations, or a class has no respondent.</exception>
    public static WeightedSample ByClasses(WeightedSample sample, ResponseModel model, string predictors, int classes)
    {
        var sorted = (double[])model.Propensities.Clone();
        Array.Sort(sorted);
        var breaks = Enumerable.Range(1, classes - 1).Select(i => Quantile7.OfSorted(sorted, i / (double)classes)).ToArray();
        var factors = ResponseGroups.Factors(
            sample.Invitation!,
            Array.ConvertAll(model.Propensities, ClassOf),
            classes,
            one => FormattableString.Invariant($"{one + 1} of {classes} by propensity"));
        return ResponseGroups.Adjusted(sample, Array.ConvertAll(model.Predict(sample.Data), ClassOf), factors, new WeightStep
        {
            Kind = WeightStepKind.PropensityClasses,
            Variables = predictors,
            Classes = classes,
        });

        // A propensity at a break belongs to the class below it, as in R's cut().
        int ClassOf(double propensity) => breaks.Count(limit => propensity > limit);
    }

    /// <summary>The sample with each weight divided by the respondent's own propensity.</summary>
    public static WeightedSample ByInverse(WeightedSample sample, ResponseModel model, string predictors)
    {
        var propensities = model.Predict(sample.Data);
        var weights = new double[propensities.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = sample.Weights[row] / propensities[row];
        }

        return sample.After(weights, new WeightStep { Kind = WeightStepKind.InversePropensity, Variables = predictors });
    }
}
