namespace SurveyStatistics.Weighting;

/// <summary>
/// Post-stratification: within each cell of a crossing all weights get the one factor that makes them add up to the
/// population's count (Holt and Smith 1979; <c>postStratify</c> in R's survey package).
/// </summary>
internal sealed class PostStratification : IReweighting
{
    private readonly AuxiliaryMatrix _auxiliaries;

    private PostStratification(AuxiliaryMatrix auxiliaries) => _auxiliaries = auxiliaries;

    /// <inheritdoc/>
    public int? Constraints => _auxiliaries.Columns;

    /// <summary>The sample post-stratified to <paramref name="known"/>.</summary>
    /// <exception cref="SurveyException">A cell has no respondent or no total; the message names it.</exception>
    public static WeightedSample Apply(WeightedSample sample, KnownTotals known)
    {
        var auxiliaries = new AuxiliaryMatrix([AuxiliaryTerm.Of(sample, known)], sample.Weights.Length);
        PopulationCheck.Sizes(sample, auxiliaries);
        return Fit(sample, auxiliaries, new WeightStep { Kind = WeightStepKind.PostStratification, Variables = known.ToString() });
    }

    /// <summary>The sample whose weights add up to the total of each cell.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="auxiliaries">One term: the cells with their totals; rows without a cell keep their weight.</param>
    /// <param name="told">What the step is called.</param>
    public static WeightedSample Fit(WeightedSample sample, AuxiliaryMatrix auxiliaries, WeightStep told)
    {
        var step = new PostStratification(auxiliaries);
        var weights = (double[])sample.Weights.Clone();
        step.Reweight(weights);
        return sample.After(weights, told, new LinearProjection(auxiliaries, sample.Weights, weights), step);
    }

    /// <inheritdoc/>
    public void Reweight(Span<double> weights)
    {
        var cells = _auxiliaries.Terms[0].Cells!;
        var sums = _auxiliaries.Totalled(weights);
        PopulationCheck.Filled(sums, _auxiliaries.NameOf);
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = cells[row] < 0 ? weights[row] : weights[row] * _auxiliaries.Totals[cells[row]] / sums[cells[row]];
        }
    }
}
