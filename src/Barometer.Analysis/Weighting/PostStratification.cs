namespace Barometer.Analysis.Weighting;

/// <summary>
/// Post-stratification: within each cell of a crossing all weights get the one factor that makes them add up to the
/// population's count (Holt and Smith 1979; <c>postStratify</c> in R's survey package).
/// </summary>
internal static class PostStratification
{
    /// <summary>The sample post-stratified to <paramref name="known"/>.</summary>
    /// <exception cref="BarometerException">A cell has no respondent or no total; the message names it.</exception>
    public static WeightedSample Apply(WeightedSample sample, KnownTotals known)
    {
        var auxiliaries = new AuxiliaryMatrix([AuxiliaryTerm.Of(sample, known)], sample.Weights.Length);
        PopulationCheck.Sizes(sample, auxiliaries);
        var cells = auxiliaries.Terms[0].Cells!;
        var sums = auxiliaries.Totalled(sample.Weights);
        var weights = new double[cells.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = sample.Weights[row] * auxiliaries.Totals[cells[row]] / sums[cells[row]];
        }

        return sample.After(
            weights,
            new LocalizedText("etterstratifisering", "post-stratification"),
            new LocalizedText(known.ToString(), known.ToString()),
            new LinearProjection(auxiliaries, sample.Weights, weights));
    }
}
