namespace SurveyStatistics.Weighting;

/// <summary>
/// What a weighting step does to any weights of the same respondents, so that it can be repeated in every replicate.
/// </summary>
internal interface IReweighting
{
    /// <summary>
    /// The number of independent totals that the weights meet after the step, whatever they were before; null when the step
    /// only multiplies them.
    /// </summary>
    int? Constraints { get; }

    /// <summary>Replaces weights before the step by those after it; safe to call from several threads.</summary>
    /// <exception cref="SurveyException">The step can't be taken from these weights; the message names the category.</exception>
    void Reweight(Span<double> weights);
}
