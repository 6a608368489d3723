namespace Barometer.Conformance.Weighting.Designs;

/// <summary>Takes weighting steps with the library.</summary>
internal static class WeightingSteps
{
    /// <summary>The design after the steps.</summary>
    public static SurveyDesign Take(SurveyDesign design, IEnumerable<StepForm> steps) => steps.Aggregate(design, Take);

    private static SurveyDesign Take(SurveyDesign design, StepForm step) => step.Kind switch
    {
        "post-stratify" when step.Totals is [{ Counts: var counts } total] =>
            design.PostStratifiedTo([.. total.Variables], counts?.Select(cell => (cell.Levels.ToArray(), cell.Count))),
        "post-stratify" => throw new FormException("Post-stratification takes one total."),
        "rake" => design.RakedTo([.. step.Totals.Select(Known)]),
        "calibrate" => design.CalibratedTo([.. step.Totals.Select(Known)], Distance(step.Distance), Bounds(step.Bounds)),
        "standardise" when step.Totals is [var total] => design.StandardisedTo(Known(total), [.. step.Groups]),
        "standardise" => throw new FormException("Standardisation takes one total."),
        "trim" => design.TrimmedTo(
            step.Lower ?? Quantile(design, step.LowerQuantile) ?? 0, step.Upper ?? Quantile(design, step.UpperQuantile) ?? double.PositiveInfinity),
        "adjust-nonresponse" => design.AdjustedForNonResponse([.. step.Groups]),
        "response-phase" => design.WithResponsePhase([.. step.Groups]),
        "adjust-propensity" => design.AdjustedForPropensity([.. step.Predictors], step.Classes, step.Weighted),
        "scale" => design.ScaledTo(step.Total ?? throw new FormException("Scaling needs a total.")),
        _ => throw new NotSupportedException($"the step «{step.Kind}»"),
    };

    private static KnownTotals Known(TotalForm total) => total switch
    {
        { Units: { } units } => KnownTotals.Size(units),
        { SumOf: { } variable } => total.Total is { } sum ? KnownTotals.Sum(variable, sum) : KnownTotals.Sum(variable),
        { Counts: { } counts } => KnownTotals.Counts([.. total.Variables], counts.Select(cell => (cell.Levels.ToArray(), cell.Count))),
        _ => KnownTotals.Counts([.. total.Variables]),
    };

    private static CalibrationDistance Distance(string name) => name switch
    {
        "linear" => CalibrationDistance.Linear,
        "raking" => CalibrationDistance.Raking,
        "logit" => CalibrationDistance.Logit,
        _ => throw new NotSupportedException($"the distance «{name}»"),
    };

    private static (double, double)? Bounds(IReadOnlyList<double>? bounds) => bounds switch
    {
        null => null,
        [var lower, var upper] => (lower, upper),
        _ => throw new FormException("Bounds are two numbers."),
    };

    private static double? Quantile(SurveyDesign design, double? probability) =>
        probability is { } p ? Quantile7.Of(design.Weights, p) : null;
}
