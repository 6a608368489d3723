namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>Tests, ranks and regressions of a survey of 90 respondents, two an organisation, in three sizes.</summary>
public class ReleaseResultsTests
{
    private static readonly string Safe = Repeat("yynyn", 90);
    private static readonly string AllOfTheLargeSayYes = Repeat("yynyn", 60) + new string('y', 30);

    [Fact]
    public void Release_TestOfSafeNumbers_HandsOutThePValueAlone()
    {
        var test = Design(Safe).Independence("q1", "size");

        var released = new ReleaseSession(Policies.Standard).Release(test, "x").Content;

        Assert.Equal(Math.Round(test.PValue, 3), released.PValue);
    }

    [Fact]
    public void Release_TestThatComparesAHiddenNumber_TellsNothing()
    {
        var design = Design(AllOfTheLargeSayYes);
        foreach (var test in new[] { design.Independence("q1", "size"), design.Trend("q1", "size"), design.TTest("q1", "size", "large") })
        {
            var released = new ReleaseSession(Policies.Standard).Release(test, "x").Content;
            Assert.Equal((CellStatus.Suppressed, double.NaN, 0, false), (released.Status, released.PValue, released.Direction, released.IsBound));
        }
    }

    [Theory]
    [InlineData("yynyn", "ynynn", -1)]
    [InlineData("ynynn", "yynyn", 1)]
    public void Release_Trend_TellsItsDirection(string small, string others, int direction)
    {
        var test = Design(Repeat(small, 30) + Repeat(others, 60)).Trend("q1", "size");

        Assert.Equal(direction, new ReleaseSession(Policies.Standard).Release(test, "x").Content.Direction);
    }

    [Fact]
    public void Release_Effects_AreTheMarginalEffectsInRoundedPoints()
    {
        var design = Design(Safe);

        var released = new ReleaseSession(Policies.Standard).Release(design.Regression("q1", "size", RegressionFamily.Logistic).Effects(), "x").Content;

        var model = design.Engine.Regression("q1", "size", RegressionFamily.Logistic);
        Assert.Equal(model.MarginalEffects().Select(effect => Math.Round(effect.Value, 2, MidpointRounding.AwayFromZero)), released.Estimates.Select(estimate => estimate.Value)); // whole points
        Assert.All(released.Estimates, estimate => Assert.Equal(CellStatus.Published, estimate.Status));
        Assert.All(released.Estimates, estimate => Assert.Equal(90, estimate.Respondents));
    }

    [Fact]
    public void Release_OddsRatios_AreRoundedAndHiddenLikeTheEffects()
    {
        var design = Design(Safe);

        var released = new ReleaseSession(Policies.Standard).Release(design.Regression("q1", "size", RegressionFamily.Logistic).OddsRatios(), "x").Content;

        var model = design.Engine.Regression("q1", "size", RegressionFamily.Logistic);
        Assert.Equal(model.Coefficients.Skip(1).Select(one => Math.Round(one.Ratio, 2)), released.Estimates.Select(estimate => estimate.Value));
        Assert.All(released.Estimates, estimate => Assert.Null(estimate.Interval)); // of 90 answers no limits that tell nothing more
        Assert.All(
            new ReleaseSession(Policies.Standard).Release(Design(AllOfTheLargeSayYes[..88] + "nn").Regression("q1", ["size"], RegressionFamily.Logistic).OddsRatios(), "y").Content.Estimates,
            estimate => Assert.True(double.IsNaN(estimate.Value) && estimate.Interval is null));
        Assert.Throws<BarometerException>(() => Design(Safe).Regression("q1", "size").OddsRatios());
    }

    [Fact]
    public void Release_EffectsOfAModelWithAGroupThatAllAgrees_AreAllHidden()
    {
        var model = Design(AllOfTheLargeSayYes).Regression("q1", "size");

        var released = new ReleaseSession(Policies.Standard).Release(model.Effects(), "x").Content;

        Assert.All(released.Estimates, estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status));
    }

    [Fact]
    public void Effects_OfANumberOrByOne_AreRefused()
    {
        Assert.Throws<BarometerException>(() => Design(Safe).Regression("employees", "size").Effects());
        Assert.Throws<BarometerException>(() => Design(Safe).Regression("q1", "employees", RegressionFamily.Logistic).Effects());
    }

    [Fact]
    public void Release_TestOfSmallGroups_SaysThatNoCoarserOnesWereFound()
    {
        // No other grouping is known.
        var survey = new SmallSurvey().Add(20, "a", "x", innovated: "yes").Add(15, "a", "y").Add(3, "b", "x", innovated: "yes").Add(3, "b", "y").Add(3, "c", "x", innovated: "yes").Add(3, "c", "y").Make();
        var session = new ReleaseSession(Policies.Standard, survey.Codebook);
        var design = survey.Design();

        foreach (var (test, code) in new[] { (design.Independence("innovated", "group"), "design.Independence(\"innovated\", \"group\")"), (design.TTest("innovated", "group", "b"), "design.TTest(\"innovated\", \"group\", \"b\")") })
        {
            var compared = session.Release(test, $"x{code.Length}", code).Content.Compared!;

            Assert.Null(compared.Coarser);
            Assert.Equal("Ingen grovere inndeling som kan vises, ble funnet.", compared.NoCoarser!.Nb);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Release_RankingWithAHiddenShare_TellsNoRankNorOrder(int hidden)
    {
        var design = Design(Safe);
        var ledger = Hiding(hidden, (session, id) => session.Release(design.Ranks(["item1", "item2"]), id));

        var released = new ReleaseSession(Policies.Standard, ledger, null, []).Release(design.Ranks(["item1", "item2"]), "x", "design.Ranks([\"item1\", \"item2\"])").Content;

        Assert.Equal((CellStatus.Suppressed, 0), (released.Status, released.Items.Count));
        Assert.Equal(["item1", "item2"], released.Shares.Estimates.Select(share => share.Outcome.Variable)); // not the larger first
        Assert.Equal(double.NaN, released.Shares.Estimates[hidden].Value);
        Assert.NotNull(released.Shares.NoCoarser);
    }

    [Fact]
    public void Release_RankingOfManyWithAHiddenShare_ProposesToRankTheOthers()
    {
        var shares = Design(Safe).Ranks(["item1", "item2"]).Shares;
        var released = new ReleaseSession(Policies.Standard).Release(shares, "x").Content;
        var estimates = released.Estimates.Append(released.Estimates[0] with { Status = CellStatus.Suppressed, Value = double.NaN, Outcome = new LabelledOutcome("item3", "yes", released.Title) });

        var fewer = FewerItems.Of(released with { Estimates = [.. estimates] }, "design.Ranks(\"items\")")!;

        Assert.Equal("design.Ranks([\"item1\", \"item2\"])", fewer.Code);
        Assert.Equal("Viser 2 av 3 andeler. De 2 kan rangeres uten de andre.", fewer.Words.Nb);
    }

    // A ledger in which one number of a release is hidden by what else was decided on.
    private static ReleaseLedger Hiding(int cell, Action<ReleaseSession, string> release)
    {
        var entries = new List<LedgerEntry>();
        release(new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, one => entries.Add(one.Entry), []), "x");
        return new ReleaseLedger(entries.Select(one => one with { Cells = [.. one.Cells.Select((own, i) => i == cell ? own with { Status = CellStatus.Suppressed } : own)] }));
    }

    [Fact]
    public void Release_Ranks_KeepTheirOrderOverReleasedShares()
    {
        var ranking = Design(Safe).Ranks(["item1", "item2"]);

        var released = new ReleaseSession(Policies.Standard).Release(ranking, "x").Content;

        Assert.Equal(ranking.Ranking.Items.Select(item => item.Rank), released.Items.Select(item => item.Rank));
        Assert.All(released.Shares.Estimates, share => Assert.Equal(CellStatus.Published, share.Status));
    }

    [Fact]
    public void Release_RanksOfSharesThatAreShownAlike_AreTheSameWhicheverIsLarger()
    {
        // 29 of 60 and 45 of 94 are both 48 per cent.
        var survey = QuestionSurvey.Make(
            QuestionSurvey.Of(29, ticked: "yyn"), QuestionSurvey.Of(31, ticked: "nny"), QuestionSurvey.Of(16, ticked: "-yn"), QuestionSurvey.Of(18, ticked: "-ny"));

        var released = new ReleaseSession(Policies.Standard, survey.Codebook).Release(survey.Unweighted().Ranks(["item_b", "item_a"]), "x").Content;

        Assert.Equal([0.48, 0.48], released.Shares.Estimates.Select(share => share.Value));
        Assert.Equal(["item_b", "item_a"], released.Shares.Estimates.Select(share => share.Outcome.Variable));
        Assert.Equal([1, 1], released.Items.Select(item => item.Rank));
    }

    private static BarometerDesign Design(string q1) => SurveyMaker.Make(
        sizesOfFrame: Repeat("s", 60) + Repeat("m", 60) + Repeat("l", 60),
        sizesOfRespondents: Repeat("s", 30) + Repeat("m", 30) + Repeat("l", 30),
        q1: q1,
        q2: string.Concat(q1.Select((answer, i) => answer != 'y' ? '.' : i % 2 == 0 ? 'a' : 'b')))
        .Design().StratifiedBy("size").WithFinitePopulation();

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length))[..length];
}
