namespace Barometer.Analysis.Estimation;

/// <summary>Puts estimates of a design into a table.</summary>
internal static class EstimateTables
{
    /// <summary>The table, with what the design knows of survey, weights and organisations.</summary>
    public static EstimateTable Make(
        DesignState state,
        Measure measure,
        IReadOnlyList<string> by,
        LocalizedText title,
        LocalizedText universe,
        IReadOnlyList<Estimate> estimates,
        LocalizedText? question = null,
        IReadOnlyList<LocalizedText>? byLabels = null) => new()
        {
            Measure = measure,
            Survey = state.Survey?.Id ?? state.Specification.Data.Name,
            IsSynthetic = state.Survey?.IsSynthetic ?? false,
            Title = title,
            Question = question,
            Source = state.Survey?.Codebook.Title,
            Universe = universe,
            Weighting = measure == Measure.Count ? WeightingText.Unweighted : state.Weighting.Value,
            By = by,
            ByLabels = byLabels ?? [.. by.Select(state.Labels.Of)],
            Estimates = estimates,
            OrganisationOfRow = state.Organisations.Value,
            Origin = new TableOrigin(state.Specification.Data, state.Domain, state.Unreleasable)
            {
                Weights = measure == Measure.Share ? state.Variance.Value.Sample.Weights : null,
            },
        };
}
