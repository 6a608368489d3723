namespace SurveyStatistics.Tests.Estimation;

/// <summary>Tests that would have no meaning are refused: there is no sampling variance, or no degree of freedom.</summary>
public class TestConditionsTests
{
    private static readonly DataSet Data = new("made up",
    [
        Letters("a", ["a0", "a1"], row => row % 2),
        Letters("b", ["b0", "b1", "b2"], row => row / 2 % 3),
        Letters("c", ["c0", "c1"], row => row * row % 7 < 3 ? 0 : 1),
        Letters("alone", ["one", "few", "many"], row => row == 0 ? 0 : row < 12 ? 1 : 2),
        Letters("copy", ["x", "y"], row => 1 - (row % 2)),
        Numbers("s", row => row % 2),
        Numbers("each", row => row),
        Numbers("half", row => row / 18),
        Numbers("x", row => row * row % 11),
        Numbers("constant", _ => 1e6),
        Numbers("two", row => row % 2 == 0 ? 3 : 8),
        Letters("yes1", ["yes", "no"], row => row % 3 == 0 ? 0 : 1),
        Letters("yes2", ["yes", "no"], row => row % 4 == 0 ? 0 : 1),
        Numbers("equal", _ => 2),
        Numbers("w", row => 1 + (row % 3)),
    ]);

    private static readonly SurveyDesign Design = SurveyDesign.Of(Data).WeightedBy("w");

    private static readonly SurveyDesign PostStratified = Design.PostStratifiedTo(["a", "b"], Cells());

    [Theory]
    [InlineData(IndependenceTest.RaoScott)]
    [InlineData(IndependenceTest.RaoScottFirstOrder)]
    [InlineData(IndependenceTest.Saddlepoint)]
    [InlineData(IndependenceTest.Wald)]
    [InlineData(IndependenceTest.AdjustedWald)]
    public void Independence_OfTheCellsThatWeightsWereFittedTo_IsRefused(IndependenceTest test)
    {
        Refused("no sampling variance", () => PostStratified.Independence("a", "b", test));
        Refused("no sampling variance", () => Design.CalibratedTo([KnownTotals.Counts(["a", "b"], Cells()), KnownTotals.Sum("x", 270)]).Independence("a", "b", test));
        Refused("no sampling variance", () => Design.RakedTo(KnownTotals.Counts(["a", "b"], Cells()), KnownTotals.Counts("c", [(["c0"], 28), (["c1"], 35)])).Independence("a", "b", test));
        Refused("no sampling variance", () => SurveyDesign.Of(Data).StratifiedBy(["a", "b"]).WeightedBy("equal").Independence("a", "b", test));
        Refused("no sampling variance", () => PostStratified.Replicated(Replication.Jackknife()).Independence("a", "b", test));

        // Fitted to the margins only, or to other cells, there is something to test.
        Assert.InRange(Design.RakedTo(KnownTotals.Counts("a", [(["a0"], 30), (["a1"], 40)]), KnownTotals.Counts("b", [(["b0"], 20), (["b1"], 25), (["b2"], 25)])).Independence("a", "b", test).PValue, 0, 1);
        Assert.InRange(PostStratified.Independence("a", "c", test).PValue, 0, 1);
    }

    [Theory]
    [InlineData(IndependenceTest.RaoScott)]
    [InlineData(IndependenceTest.Wald)]
    public void Independence_OfAVariableAndItself_IsRefused(IndependenceTest test)
    {
        Refused("«a» can't be tested against itself", () => Design.Independence("a", "a", test));
        Refused("the two variables are the same", () => Design.Independence("a", "copy", test));
    }

    [Fact]
    public void GivenShares_OfWhatIsFixed_IsRefused()
    {
        var shares = new Dictionary<string, double> { ["a0"] = 0.4, ["a1"] = 0.6 };

        Refused("no sampling variance", () => PostStratified.GivenShares("a", shares));
        Refused("no sampling variance", () => PostStratified.ScaledTo(1e-3).GivenShares("a", shares));

        // A small sum of weights is no small variance.
        Assert.Equal(Design.GivenShares("a", shares).PValue, Design.ScaledTo(1e-9).GivenShares("a", shares).PValue, 1e-9);
    }

    [Fact]
    public void TTest_ConstantsOrFixedShares_IsRefused()
    {
        Refused("no sampling variance", () => Design.TTest("constant", "c", "c0", "c1"));
        Refused("no sampling variance", () => Design.TTest("two", "a", "a0", "a1"));
        Refused("no sampling variance", () => PostStratified.TTest("a", "b", "b0", "b1", "a0"));
        Refused("no sampling variance", () => PostStratified.Trend("two", "a"));
        Refused("no sampling variance", () => Design.RankTest("constant", "b"));
        Refused("no sampling variance", () => Design.RankTest("two", "a"));
        Assert.InRange(Design.TTest("two", "c", "c0", "c1").PValue, 0, 1);
    }

    [Fact]
    public void TTest_AGroupOfOneRespondent_IsRefused()
    {
        Refused("A group of «alone» has a single respondent", () => Design.TTest("x", "alone", "one", "many"));
        Refused("A group of «alone» has a single respondent", () => Design.TTest("x", "alone", "one"));
        Refused("A group of «alone» has a single respondent", () => Design.RankTest("x", "alone"));
        Assert.InRange(Design.TTest("x", "alone", "few", "many").PValue, 0, 1);
    }

    [Fact]
    public void Tests_WithoutDegreesOfFreedom_AreRefused()
    {
        // Two clusters: one degree of freedom, of which a t test takes one.
        var clusters = SurveyDesign.Of(Data).ClusteredBy("half").WeightedBy("w");
        var lonely = SurveyDesign.Of(Data).StratifiedBy("each").WeightedBy("w").WithLonelyStrata(LonelyStratum.Remove);

        Refused("no degrees of freedom", () => clusters.TTest("x", "a", "a0", "a1"));
        Refused("no degrees of freedom", () => clusters.RankTest("x", "b"));
        Refused("no degrees of freedom", () => clusters.Independence("a", "b", IndependenceTest.AdjustedWald));
        Refused("no degrees of freedom", () => lonely.Independence("a", "b"));
        Refused("no degrees of freedom", () => lonely.TTest("x", "a", "a0", "a1"));
        Refused("no degrees of freedom", () => lonely.Ranks(["yes1", "yes2"]));
    }

    [Fact]
    public void Independence_TooManyCells_IsRefused()
    {
        var data = new DataSet("many", [Letters("p", [.. Enumerable.Range(0, 5000).Select(i => $"p{i}")], row => row, 5000), Letters("q", ["q0", "q1"], row => row % 2, 5000)]);

        Refused("10000 cells; expected: at most 4000", () => SurveyDesign.Of(data).Unweighted().Independence("p", "q"));
    }

    private static void Refused(string words, Func<object> test)
    {
        var error = Assert.Throws<SurveyException>(test);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static (string[], double)[] Cells() =>
        [.. Enumerable.Range(0, 6).Select(cell => (new[] { $"a{cell / 3}", $"b{cell % 3}" }, 8.0 + cell))];

    private static NumericColumn Numbers(string name, Func<int, double> value) => new(name, [.. Enumerable.Range(0, 36).Select(value)]);

    private static CategoricalColumn Letters(string name, string[] codes, Func<int, int> value, int rows = 36) =>
        new(name, codes, [.. Enumerable.Range(0, rows).Select(value)], ordered: true);
}
