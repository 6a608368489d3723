namespace SurveyStatistics.Tests.Estimation;

/// <summary>Covariances of the cells of a table, gathered over strata and units, against those of a column for each cell.</summary>
public class CellCovarianceTests
{
    private static readonly DataSet Data = Make(240, 11);

    public static TheoryData<string> Kinds => [.. Designs.Keys];

    private static Dictionary<string, SurveyDesign> Designs { get; } = new()
    {
        ["simple"] = SurveyDesign.Of(Data).WeightedBy("w"),
        ["finite strata"] = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").WithFinitePopulation("N"),
        ["zero weights"] = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w0"),
        ["clusters"] = SurveyDesign.Of(Data).StratifiedBy("s").ClusteredBy("k", idsRepeat: true).WeightedBy("w"),
        ["two stages"] = SurveyDesign.Of(Data).ClusteredBy(["k", "i"]).WeightedBy("w").WithFinitePopulation(["N", "M"]),
        ["lonely, adjusted"] = SurveyDesign.Of(Data).StratifiedBy("l").WeightedBy("w").WithLonelyStrata(LonelyStratum.Adjust),
        ["lonely, averaged"] = SurveyDesign.Of(Data).StratifiedBy("l").WeightedBy("w").WithLonelyStrata(LonelyStratum.Average),
        ["lonely clusters in a domain"] = SurveyDesign.Of(Data).StratifiedBy("l").ClusteredBy("k", idsRepeat: true).WeightedBy("w").WithLonelyStrata(LonelyStratum.Adjust).Where("x", x => x < 8),
        ["post-stratified"] = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").PostStratifiedTo("p", Counts("p", 200, 150, 130)),
        ["raked, then calibrated"] = SurveyDesign.Of(Data).StratifiedBy("s").ClusteredBy("k", idsRepeat: true).WeightedBy("w")
            .RakedTo(KnownTotals.Counts("p", Counts("p", 200, 150, 130)), KnownTotals.Counts("q", Counts("q", 300, 180)))
            .CalibratedTo([KnownTotals.Size(480), KnownTotals.Sum("x", 2900)]),
        ["raked, lonely"] = SurveyDesign.Of(Data).StratifiedBy("l").WeightedBy("w").WithLonelyStrata(LonelyStratum.Average)
            .RakedTo(KnownTotals.Counts("p", Counts("p", 200, 150, 130)), KnownTotals.Counts("q", Counts("q", 300, 180))),
        ["trimmed"] = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").PostStratifiedTo("p", Counts("p", 200, 150, 130)).TrimmedTo(0.8, 3.2),
        ["jackknife"] = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").Replicated(Replication.Jackknife()),
        ["bootstrap"] = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").RakedTo(KnownTotals.Counts("p", Counts("p", 200, 150, 130))).Replicated(Replication.Bootstrap(60, 5)),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Shares_OfCells_HaveTheCovariancesOfAColumnEach(string kind)
    {
        var design = Designs[kind];
        var (a, b) = (CodedColumn.Of(Data["a"]), CodedColumn.Of(Data["q"]));
        int[] everybody = [.. Enumerable.Range(0, 240).Select(row => design.Sample.Weights[row] > 0 && (!kind.Contains("domain", StringComparison.Ordinal) || Data.Numeric("x").Values[row] < 8) ? 0 : -1)];
        int[] cells = [.. everybody.Select((row, i) => row < 0 ? -1 : (a.Codes[i] * 2) + b.Codes[i])];

        var byCells = design.Variance.Estimate(new CellShares(cells, 8));
        var byColumns = design.Variance.Estimate(new Ratios([.. Enumerable.Range(0, 8).Select(cell => RatioTerm.Mean(everybody, 0, new CategoryIndicator(cells, cell)))]));

        Assert.Equal(byColumns.Values, byCells.Values, Near.Digits(14));
        Assert.Equal(byColumns.Covariance.Cast<double>(), byCells.Covariance.Cast<double>(), Near.Digits(15));
        Assert.True(byCells.StandardError(0) > 1e-3);
    }

    [Fact]
    public void Average_NoUsableStratum_HasNoCovariances()
    {
        var design = SurveyDesign.Of(Data).StratifiedBy("i").WeightedBy("w").WithLonelyStrata(LonelyStratum.Average);

        Assert.All(design.Variance.Estimate(new CellShares(CodedColumn.Of(Data["a"]).Codes, 4)).Covariance.Cast<double>(), one => Assert.Equal(double.NaN, one));
        Assert.Contains("no degrees of freedom", Assert.Throws<SurveyException>(() => design.Independence("a", "q")).Message, StringComparison.Ordinal);
    }

    // A column for each of 600 cells would take 1 GB, for numerators, denominators and influences each.
    [Fact]
    public void Independence_ManyCellsOfManyRows_TakesMemoryForTheCells()
    {
        const int Rows = 200_000;
        var random = new Random(3);
        var data = new DataSet("many",
        [
            new CategoricalColumn("a", [.. Enumerable.Range(0, 300).Select(i => $"a{i}")], [.. Enumerable.Range(0, Rows).Select(row => row % 300)]),
            new CategoricalColumn("b", ["yes", "no"], [.. Enumerable.Range(0, Rows).Select(_ => random.Next(2))]),
            new NumericColumn("s", [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 97))]),
            new NumericColumn("w", [.. Enumerable.Range(0, Rows).Select(row => 1 + (row % 3 / 2.0))]),
        ]);
        var design = SurveyDesign.Of(data).StratifiedBy("s").WeightedBy("w");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var test = design.Independence("a", "b");

        Assert.InRange(test.PValue, 1e-3, 1);
        Assert.InRange(test.NumeratorDegrees, 240, 299);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }

    private static (string[], double)[] Counts(string name, params double[] counts) => [.. counts.Select((count, i) => (new[] { name + i }, count))];

    private static DataSet Make(int rows, int seed)
    {
        var random = new Random(seed);
        CategoricalColumn Letters(string name, int count, Func<int, int>? of = null) =>
            new(name, [.. Enumerable.Range(0, count).Select(i => name + i)], [.. Enumerable.Range(0, rows).Select(row => of?.Invoke(row) ?? random.Next(count))]);
        NumericColumn Numbers(string name, Func<int, double> of) => new(name, [.. Enumerable.Range(0, rows).Select(of)]);
        return new DataSet("made up",
        [
            Letters("a", 4),
            Letters("p", 3),
            Letters("q", 2),
            Numbers("s", row => row % 5),
            Numbers("l", row => row is 17 or 101 ? row : row % 4),
            Numbers("k", row => row / 6),
            Numbers("i", row => row),
            Numbers("x", _ => random.Next(1, 12)),
            Numbers("w", row => 1 + (row % 7 / 2.0)),
            Numbers("w0", row => row % 9 == 4 ? 0 : 1 + (row % 7 / 2.0)),
            Numbers("N", _ => 400),
            Numbers("M", _ => 9),
        ]);
    }
}
