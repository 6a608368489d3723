using Barometer.Analysis.Estimation;
using Barometer.Conformance.Weighting.Form;

namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>The library's estimates as labelled numbers.</summary>
internal static class EstimateRows
{
    /// <summary>The rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="form">The case.</param>
    /// <param name="variable">The variable that all rows are of; null for the estimates' own.</param>
    public static IEnumerable<ObservedRow> Of(EstimateTable table, CaseForm form, string? variable = null) =>
        table.Estimates.Select(estimate => variable is null ? Of(estimate, form) : Of(estimate, form) with { Variable = variable });

    /// <summary>The row of one estimate.</summary>
    public static ObservedRow Of(Estimate estimate, CaseForm form)
    {
        var half = form.Df is { } df ? Distributions.StudentQuantile((1 + form.Level) / 2, df) * estimate.StandardError : double.NaN;
        return new ObservedRow(
            estimate.Outcome.Variable,
            estimate.Outcome.Code,
            estimate.Groups.ToDictionary(group => group.Variable, group => group.Code),
            null,
            new Dictionary<string, double>
            {
                ["estimate"] = estimate.Value,
                ["se"] = estimate.StandardError,
                ["lower"] = form.Df is null ? estimate.Interval?.Lower ?? double.NaN : estimate.Value - half,
                ["upper"] = form.Df is null ? estimate.Interval?.Upper ?? double.NaN : estimate.Value + half,
                ["n"] = estimate.Respondents ?? double.NaN,
                ["effectiveN"] = estimate.EffectiveRespondents,
                ["base"] = estimate.Base,
                ["df"] = estimate.DegreesOfFreedom,
                ["deff"] = estimate.DesignEffect,
                ["deffWithReplacement"] = estimate.DesignEffectWithReplacement,
            });
    }
}
