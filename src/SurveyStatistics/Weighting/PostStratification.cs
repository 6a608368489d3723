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

/// <summary>
/// Direct standardisation: the weights of each group are post-stratified to the composition of one population, with the group's own sum of weights
/// (<c>svystandardize</c> in R's survey package).
/// </summary>
internal static class Standardisation
{
    private const int Listed = 10;

    /// <summary>The sample with standardised weights.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="standard">The population whose composition is taken on.</param>
    /// <param name="over">The groups that take it on; none for everybody as one group.</param>
    /// <param name="isAmong">Whether a row is standardised; the others keep their weights.</param>
    /// <exception cref="SurveyException">A group has no respondent in a cell that the population has; the message names the cells.</exception>
    public static WeightedSample Apply(WeightedSample sample, KnownTotals standard, Grouping over, Func<int, bool> isAmong)
    {
        if (standard.IsSum || standard.Variables.Count == 0 || standard.Variables.Intersect(over, StringComparer.Ordinal).Any())
        {
            throw new SurveyException(new Problem(
                "There is nothing to standardise by", Expected: "counts of categorical variables other than those that form the groups", Hint: "StandardisedTo(\"size\", over: \"region\")"));
        }

        var inner = AuxiliaryTerm.Of(sample, standard);
        var groups = CrossClassification.Of(sample.Data, [.. over]);
        var among = Enumerable.Range(0, groups.Cells.Length).Where(isAmong).ToList();
        if (among.Exists(row => groups.Cells[row] < 0))
        {
            // Not how many: of a question that is the number of those who didn't answer it.
            throw new SurveyException(new Problem($"Not every respondent has a value for «{over}»", Expected: "a group for every respondent"));
        }

        // The groups that somebody is in, crossed with the cells of the population.
        int[] filled = [.. among.Select(row => groups.Cells[row]).Distinct().Order()];
        var cells = new int[groups.Cells.Length];
        Array.Fill(cells, -1);
        var (sums, ofGroups) = (new double[filled.Length * inner.Columns], new double[filled.Length]);
        foreach (var row in among)
        {
            var group = Array.BinarySearch(filled, groups.Cells[row]);
            cells[row] = (group * inner.Columns) + inner.Cells![row];
            sums[cells[row]] += sample.Weights[row];
            ofGroups[group] += sample.Weights[row];
        }

        RequireFilled(sums, NameOf, standard);
        var size = inner.Totals.Sum();
        double[] totals = [.. sums.Select((_, cell) => ofGroups[cell / inner.Columns] * inner.Totals[cell % inner.Columns] / size)];
        return PostStratification.Fit(
            sample,
            new AuxiliaryMatrix([new AuxiliaryTerm(cells, null, sums.Length, totals, NameOf)], cells.Length),
            new WeightStep { Kind = WeightStepKind.Standardisation, Variables = over.Count == 0 ? standard.ToString() : $"{standard} in {over}" });

        string NameOf(int cell) => over.Count == 0 ? inner.NameOf(cell) : $"{groups.NameOf(filled[cell / inner.Columns])}, {inner.NameOf(cell % inner.Columns)}";
    }

    private static void RequireFilled(double[] sums, Func<int, string> nameOf, KnownTotals standard)
    {
        var empty = sums.Index().Where(one => !(one.Item > 0)).Select(one => one.Index).ToList();
        if (empty.Count > 0)
        {
            throw new SurveyException(new Problem(
                FormattableString.Invariant($"{empty.Count} of {sums.Length} cells {(empty.Count == 1 ? "has no respondent who could stand for it" : "have no respondent who could stand for them")}: {string.Join("; ", empty.Take(Listed).Select(nameOf))}{(empty.Count > Listed ? " …" : "")}"),
                Expected: $"respondents of every category of «{standard}» in each group",
                Hint: "merge categories, or standardise by fewer variables"));
        }
    }
}
