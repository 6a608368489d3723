namespace SurveyStatistics.Tests.Weighting;

public class WeightingMisuseTests
{
    private static readonly SurveyDesign Design = SurveyMaker.Make().Design().StratifiedBy("size");

    [Fact]
    public void RakedTo_TotalsOfAnotherPopulation_Stops()
    {
        var error = Assert.Throws<SurveyException>(() =>
            Design.RakedTo(KnownTotals.Counts("size", new Dictionary<string, double> { ["small"] = 1000, ["middle"] = 400, ["large"] = 200 })));

        Assert.Contains("another population", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RakedTo_MarginsOfDifferentSize_NamesBoth()
    {
        var error = Assert.Throws<SurveyException>(() => Design.RakedTo(
            "size", KnownTotals.Counts("agency", new Dictionary<string, double> { ["V0"] = 4, ["V1"] = 4, ["V2"] = 4, ["V3"] = 5 })));

        Assert.Contains("not of one population", error.Message, StringComparison.Ordinal);
        Assert.Contains("agency", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RakedTo_CategoryWithoutRespondents_NamesIt()
    {
        var design = SurveyMaker.Make(sizesOfRespondents: "sssssmmm").Design();

        var error = Assert.Throws<SurveyException>(() => design.RakedTo("size"));

        Assert.Contains("size = large can't be met", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RakedTo_CategoryWithoutTotal_NamesIt()
    {
        var error = Assert.Throws<SurveyException>(() =>
            Design.RakedTo(KnownTotals.Counts("size", new Dictionary<string, double> { ["small"] = 10, ["middle"] = 6 })));

        Assert.Contains("nobody with size = large", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RakedTo_UnknownCategory_SaysSo()
    {
        var error = Assert.Throws<SurveyException>(() =>
            Design.RakedTo(KnownTotals.Counts("size", new Dictionary<string, double> { ["huge"] = 16 })));

        Assert.Contains("no category «huge»", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RakedTo_MarginsThatContradict_NamesTheWorstCategory()
    {
        // Two margins that hold the same categories, with different totals: no weights can meet both.
        var error = Assert.Throws<SurveyException>(() => Design.RakedTo(
            KnownTotals.Counts("size", new Dictionary<string, double> { ["small"] = 10, ["middle"] = 4, ["large"] = 2 }),
            KnownTotals.Counts("agency", new Dictionary<string, double> { ["V0"] = 2, ["V1"] = 3, ["V2"] = 6, ["V3"] = 5 })));

        Assert.Contains("can't be met together", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StratifiedBy_OrganisationAndAnswer_NamesNeither()
    {
        var design = SurveyDesign.Of(SurveyMaker.Make(q1: "ynynynyy").Responses).WeightedBy("employees");

        var errors = new[]
        {
            Assert.Throws<SurveyException>(() => design.StratifiedBy(["agency", "q1"]).CollapsingStrata(3).Mean("employees")),
            Assert.Throws<SurveyException>(() => design.StratifiedBy(["agency", "q1"]).WithFinitePopulation("employees").Mean("employees")),
            Assert.Throws<SurveyException>(() => Design.RakedTo(KnownTotals.Counts(["agency", "q1"], [(["V0", "yes"], 16)]))),
        };

        Assert.All(errors, error => Assert.Contains("agency × q1", error.Message, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain("V0", error.Message, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain("yes", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void CalibratedTo_BoundsTooNarrow_NamesTheTotal()
    {
        var error = Assert.Throws<SurveyException>(() =>
            Design.CalibratedTo(["size", KnownTotals.Sum("employees", 120)], CalibrationDistance.Logit, (0.9, 1.1)));

        Assert.Contains("sum of employees", error.Message, StringComparison.Ordinal);
        Assert.Contains("widen the bounds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CalibratedTo_NegativeWeights_Stops()
    {
        var error = Assert.Throws<SurveyException>(() => Design.CalibratedTo(["size", KnownTotals.Sum("employees", 20)]));

        Assert.Contains("zero or negative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CalibratedTo_BoundsWithoutOne_Stops() =>
        Assert.Throws<SurveyException>(() => Design.CalibratedTo(["size"], CalibrationDistance.Logit, (1.1, 3)));

    [Fact]
    public void StratifiedBy_AfterAStep_Stops() =>
        Assert.Throws<SurveyException>(() => Design.RakedTo("size").StratifiedBy("size"));

    [Fact]
    public void TrimmedTo_LimitsBesideTheMean_Stops() =>
        Assert.Throws<SurveyException>(() => Design.TrimmedTo(1, 1.5));

    [Fact]
    public void TrimmedTo_LimitsThatCutEveryWeight_Stops()
    {
        var design = SurveyDesign.Of(SurveyMaker.Make(numbers: [1, 1, 1, 9, 9, 9, 9, 9]).Responses).WeightedBy("employees");

        var error = Assert.Throws<SurveyException>(() => design.TrimmedTo(4, 7));

        Assert.Contains("cuts every weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RakedTo_Unweighted_Stops() => Assert.Throws<SurveyException>(() => Design.Unweighted().RakedTo("size"));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WeightedBy_AWeightThatIsNone_StopsAtTheColumn(double weight)
    {
        var design = SurveyDesign.Of(SurveyMaker.Make(numbers: [1, 2, weight, 4, 5, 6, 7, 8]).Responses).WeightedBy("employees");

        var problem = Assert.Throws<SurveyException>(() => design.WeightHistory).Problems[0];

        Assert.Equal("employees", problem.Column);
        Assert.StartsWith("1 row has a weight that is missing, negative or infinite", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Design_FilteredFile_StopsAndPointsToWhere()
    {
        var frame = new DataSet("frame", [Letters("size", "ssssmmll", "sml"), Letters("answered", "yynnyyyy", "yn")]);
        var all = new DataSet("all", [Letters("size", "ssmmll", "sml")]);
        var filtered = new DataSet("filtered", [Letters("size", "sml", "sml")]);

        var error = Assert.Throws<SurveyException>(() => SurveyDesign.Of(filtered, frame).StratifiedBy("size").WeightHistory);

        Assert.Equal(8, SurveyDesign.Of(all, frame).StratifiedBy("size").WeightHistory[0].Weights.Sum);
        Assert.Contains("not those who answered", error.Message, StringComparison.Ordinal);
        Assert.Contains("Where", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_PredictorThatRoutingLeadsPast_SaysWhomItIsAbout()
    {
        var error = Assert.Throws<SurveyException>(() => Design.Regression("employees", "q2"));

        Assert.Contains("not asked of everybody", error.Message, StringComparison.Ordinal);
        Assert.Contains("Where(\"q1\", \"yes\")", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, SurveyMaker.Make(q2: "a.b.a..b").Design().Where("q1", "yes").Regression("employees", "q2").Respondents);
    }

    [Fact]
    public void ItemDifference_ItemsAskedOfDifferentPeople_Stops() => Assert.Contains(
        "not asked of everybody",
        Assert.Throws<SurveyException>(() => Design.ItemDifference("q1", "q3")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void WeightHistory_ThreeSteps_TellsEach()
    {
        var design = SurveyMaker.Make().Design().RakedTo("size").TrimmedTo(1, 2.4);

        Assert.Equal(["base weight", "raking", "trimming"], design.WeightHistory.Select(step => step.Name));
        Assert.Equal([16, 16, 16], design.WeightHistory.Select(step => Math.Round(step.Weights.Sum, 9)));
        Assert.Equal("1–2.4", design.WeightHistory[^1].Detail);
        Assert.Equal("1–∞", SurveyMaker.Make().Design().TrimmedTo(1, double.PositiveInfinity).WeightHistory[^1].Detail);
    }

    private static CategoricalColumn Letters(string name, string letters, string categories) => new(
        name,
        [.. categories.Select(letter => letter switch { 'y' => "yes", 'n' => "no", _ => letter.ToString() })
            .Select(code => code)],
        [.. letters.Select(letter => categories.IndexOf(letter))]);

    [Fact]
    public void WeightedBy_NoWeightAboveZero_Stops()
    {
        var design = SurveyDesign.Of(SurveyMaker.Make(numbers: new double[8]).Responses).WeightedBy("employees");

        Assert.Contains("No row has a weight above zero", Assert.Throws<SurveyException>(() => design.WeightHistory).Message, StringComparison.Ordinal);
    }
}
