namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Strata of a single unit, beside the case file corrected.json. The numbers are those of R survey 4.5 (<c>svytotal</c>, <c>svyby</c>, <c>postStratify</c>) under
/// <c>options(survey.lonely.psu = …)</c>, relative tolerance 1e-10; 4.1-1 centres «adjust» at zero. Synthetic data.
/// </summary>
public class LonelyStrataTests
{
    // 21 rows: the last alone in stratum 2; clusters of two rows, the last cluster alone in stratum 3.
    private static readonly DataSet Data = new("made up",
    [
        Numbers("s", i => i == 20 ? 2 : i % 2),
        Numbers("x", i => 100 + (i % 9)),
        Numbers("y", i => i % 9),
        Numbers("w", _ => 1.5),
        Numbers("k", i => i / 2),
        Numbers("ks", i => i == 20 ? 3 : i / 2 % 2),
        Numbers("g", i => i % 3 == 0 ? 0 : 1),
    ]);

    [Theory]
    [InlineData(LonelyStratum.Adjust)]
    [InlineData(LonelyStratum.Average)]
    [InlineData(LonelyStratum.Remove)]
    public void LonelyUnit_TotalsOfGroups_CountInTheirOwnOnly(LonelyStratum option)
    {
        var groups = Design(option).Total("x", by: "g").Estimates;

        Same(groups[0].StandardError, Design(option).Where("g", "0").Total("x").Estimates[0].StandardError);
        Same(groups[1].StandardError, Design(option).Where("g", "1").Total("x").Estimates[0].StandardError);
    }

    [Fact]
    public void Average_GroupsOfOneStratum_HaveTheirOwnVarianceAndTheLonelyOneNone()
    {
        var strata = Design(LonelyStratum.Average).Mean("y", by: "s").Estimates;

        Same(0.90921211313239048, strata[0].StandardError);
        Same(0.86986589004665937, strata[1].StandardError);
        Assert.Equal(double.NaN, strata[2].StandardError);
        Assert.Null(strata[2].Interval);
        Assert.True(strata[2].Reliability.HasFlag(Reliability.FewEffective | Reliability.FewDegreesOfFreedom));
    }

    // A difference has the variance of what it compares: R's svycontrast of a svyby of the two groups' totals is of the strata of both.
    [Fact]
    public void Average_DifferenceOfStrata_LeavesTheLonelyOneOut()
    {
        var design = Design(LonelyStratum.Average);
        var difference = design.Difference("y", "s", "0", "1").Estimates[0];

        Same(Math.Sqrt(Math.Pow(0.90921211313239048, 2) + Math.Pow(0.86986589004665937, 2)), difference.StandardError);
        Assert.Equal(double.NaN, design.Where("s", "2").Mean("y").Estimates[0].StandardError);
    }

    [Theory]
    [InlineData(LonelyStratum.Adjust, 0.87469108686885177, 18.640500988620481)]
    [InlineData(LonelyStratum.Average, 1.0701704024304894, 22.540347460501803)]
    [InlineData(LonelyStratum.Remove, 0.87379047459454318, 18.404116634422675)]
    public void LonelyUnit_PostStratified_EveryStratumCounts(LonelyStratum option, double mean, double total)
    {
        var design = Design(option).PostStratifiedTo("g", [(["0"], 12), (["1"], 20)]);

        Same(mean, design.Mean("y", by: "s").Estimates[0].StandardError);
        Same(total, design.Total("y").Estimates[0].StandardError);
        Assert.Null(design.Mean("y", by: "s").Estimates[2].Interval);
    }

    [Fact]
    public void Average_OnlyLonelyStrata_HasNoVariance()
    {
        var design = SurveyDesign.Of(new DataSet("made up", [Numbers("s", i => i), Numbers("x", i => 100 + (i % 9)), Factor("q", i => i % 2)]))
            .StratifiedBy("s").WithLonelyStrata(LonelyStratum.Average).WeightedBy("x");

        Estimate[] estimates = [design.Mean("x").Estimates[0], design.Total("x").Estimates[0], design.Proportion("q").Estimates[0]];

        Assert.All(estimates, one => Assert.Equal(double.NaN, one.StandardError));
        Assert.All(estimates, one => Assert.Null(one.Interval));
    }

    // Two stages: the only unit of a second-stage stratum is all that its mean is of.
    [Theory]
    [InlineData(LonelyStratum.Adjust)]
    [InlineData(LonelyStratum.Remove)]
    public void LonelyUnit_SecondStage_DeviatesByNothing(LonelyStratum option)
    {
        var data = Replicates.Designs.Table(
            ("p", [1, 1, 2, 2, 2, 3, 4, 4]),
            ("u", [1, 2, 3, 4, 5, 6, 7, 8]),
            ("N1", [10, 10, 10, 10, 10, 10, 10, 10]),
            ("N2", [5, 5, 6, 6, 6, 4, 7, 7]),
            ("x", [3, 5, 2, 8, 7, 9, 4, 1]));
        var design = SurveyDesign.Of(data).ClusteredBy(["p", "u"]).WithFinitePopulation(["N1", "N2"]).WithLonelyStrata(option);

        Same(41.657082230996451, design.Total("x").Estimates[0].StandardError);
        Same(1.0517434080775927, design.Mean("x").Estimates[0].StandardError);
    }

    [Fact]
    public void ManyLonelyStrata_ByDefault_OneMessageWithTheirNumberAndTheFirstTen()
    {
        var data = new DataSet("made up", [new NumericColumn("s", [.. Enumerable.Range(0, 10_000).Select(i => (double)i)])]);

        var error = Assert.Throws<SurveyException>(() => SurveyDesign.Of(data).StratifiedBy("s").WeightedBy("s").Weights.Length);

        Assert.StartsWith("10000 strata have one sampled unit only: s = 0; s = 1; s = 2; s = 3; s = 4; s = 5; s = 6; s = 7; s = 8; s = 9 …", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 400, error.Message);
    }

    private static SurveyDesign Design(LonelyStratum option) => SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").WithLonelyStrata(option);

    private static NumericColumn Numbers(string name, Func<int, double> value) => new(name, [.. Enumerable.Range(0, 21).Select(value)]);

    private static CategoricalColumn Factor(string name, Func<int, int> value) => new(name, ["yes", "no"], [.. Enumerable.Range(0, 21).Select(value)]);

    private static void Same(double expected, double actual) => Assert.Equal(expected, actual, 1e-10 * expected);
}
