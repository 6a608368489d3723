namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>The library's estimates as labelled numbers.</summary>
internal static class EstimateRows
{
    /// <summary>The rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="variable">The variable that all rows are of; null for the estimates' own.</param>
    public static IEnumerable<ObservedRow> Of(EstimateTable table, string? variable = null) =>
        table.Estimates.Select(estimate => variable is null ? Of(estimate) : Of(estimate) with { Variable = variable });

    /// <summary>The row of one estimate.</summary>
    public static ObservedRow Of(Estimate estimate) => new(
            estimate.Outcome.Variable,
            estimate.Outcome.Code,
            estimate.Groups.ToDictionary(group => group.Variable, group => group.Code),
            null,
            new Dictionary<string, double>
            {
                ["estimate"] = estimate.Value,
                ["se"] = estimate.StandardError,
                ["lower"] = estimate.Interval?.Lower ?? double.NaN,
                ["upper"] = estimate.Interval?.Upper ?? double.NaN,
                ["n"] = estimate.Respondents ?? double.NaN,
                ["effectiveN"] = estimate.EffectiveRespondents,
                ["base"] = estimate.Base,
                ["df"] = estimate.DegreesOfFreedom,
                ["deff"] = estimate.DesignEffect,
                ["deffWithReplacement"] = estimate.DesignEffectWithReplacement,
            });
}
