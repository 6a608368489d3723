namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// A function of estimates is released with the estimates or not at all, and computed of them as they are shown: whatever is asked of it, it tells nothing that they don't tell.
/// </summary>
public class ReleasedFunctionTests
{
    [Fact]
    public void Release_RelativeRisk_IsThatOfTheShownShares()
    {
        var released = Session().Release(Design().RelativeRisk("innovated", "group", "a", from: "b"), "risk").Content;

        Assert.Equal([CellStatus.Published, CellStatus.Published], released.Parts.Estimates.Select(one => one.Status));
        var (a, b) = (Shown(released, "a"), Shown(released, "b"));
        Assert.Equal(Math.Round(a.Value, 2), a.Value); // of fewer than a hundred answers in whole per cent
        Assert.Equal(Math.Round(a.Value / b.Value, 2, MidpointRounding.AwayFromZero), released.Value, 1e-12);
        Assert.Equal("recovered", released.Interval!.Method);

        // By hand from the shown limits, on the scale of the logarithm.
        var (la, ua, lb, ub) = (Math.Log(a.Interval!.Lower / a.Value), Math.Log(a.Interval.Upper / a.Value), Math.Log(b.Interval!.Lower / b.Value), Math.Log(b.Interval.Upper / b.Value));
        var lower = a.Value / b.Value * Math.Exp(-Math.Sqrt((la * la) + (ub * ub)));
        var upper = a.Value / b.Value * Math.Exp(Math.Sqrt((ua * ua) + (lb * lb)));
        Assert.Equal([Math.Round(lower, 2), Math.Round(upper, 2)], [released.Interval.Lower, released.Interval.Upper]);
    }

    [Fact]
    public void Release_OtherAnswersThatShowTheSameShares_ShowTheSameWhateverIsComputed()
    {
        // 27 and 28 of 92 with another weight in each area: the shares differ in the third decimal, and show as the same per cent.
        var released = new[] { (14, 13), (13, 14) }.Select(yes =>
        {
            var survey = new SmallSurvey()
                .Add(yes.Item1, "a", "x", innovated: "yes", detail: "yes").Add(40 - yes.Item1, "a", "x").Add(yes.Item2, "a", "y", innovated: "yes", detail: "no").Add(38 - yes.Item2, "a", "y")
                .Add(20, "b", "x", innovated: "yes", detail: "yes").Add(22, "b", "x").Add(18, "b", "y", innovated: "yes", detail: "no").Add(26, "b", "y").Make();
            var table = survey.Design().StratifiedBy(["group", "area"]).WithFinitePopulation().Proportion("innovated", by: "group");
            return (Exact: table.Estimates[0].Numbers.Value, Shown: Session(survey).Release(table.Function("n", "n", x => 1e9 * x["a"] / x["b"].Exp() * x["a"]), "large").Content);
        }).ToList();

        Assert.NotEqual(released[0].Exact, released[1].Exact);
        Assert.Equal(released[0].Shown.Parts.Estimates.Select(one => one.Value), released[1].Shown.Parts.Estimates.Select(one => one.Value));
        Assert.Equal((released[0].Shown.Value, released[0].Shown.Interval), (released[1].Shown.Value, released[1].Shown.Interval));
    }

    [Fact]
    public void Function_BeforeItsRelease_IsNotComputed_SoThatItsErrorsTellNothing()
    {
        var share = Design().Proportion("innovated", by: "group");
        var exact = share.Estimates[0].Numbers.Value;

        // A logarithm that has a value only if the share is larger than some limit: an oracle, if it were computed of the share itself.
        foreach (var limit in new[] { exact - 0.0001, exact + 0.0001 })
        {
            var function = share.Function("over", "over", x => (x["a"] - limit).Log());
            Assert.Equal("over: ikke frigitt / over: not released", function.ToString());
            Assert.DoesNotContain("0,", function.ToHtml(), StringComparison.Ordinal);
        }

        var shown = Session().Release(share, "shares").Content.Estimates[0].Value;
        var error = Assert.Throws<BarometerException>(() => Session().Release(share.Function("over", "over", x => (x["a"] - (shown + 0.0001)).Log()), "over"));
        Assert.Contains("no value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_AFunctionOfAHiddenShare_TellsNothing()
    {
        var design = DerivedQuantityTests.Groups().Make().Unweighted();
        UnreleasedFunction[] functions =
        [
            design.RelativeRisk("innovated", "group", "alike", from: "a"),
            design.OddsRatio("innovated", "group", "a", from: "alike"),
            design.Proportion("innovated", by: "group").Function("sum", "sum", x => (0.999 * x["a"]) + (0.001 * x["alike"])),
        ];

        Assert.All(functions, function =>
        {
            var released = Session().Release(function, "x").Content;
            Assert.Equal((CellStatus.Suppressed, double.NaN, (ConfidenceInterval?)null), (released.Status, released.Value, released.Interval));
        });

        // Not even whether it has a value: that would tell on which side of a limit the hidden share lies.
        var over = design.Proportion("innovated", by: "group").Function("over", "over", x => (x["alike"] - 2).Log());
        Assert.Equal(CellStatus.Suppressed, Session().Release(over, "x").Content.Status);
    }

    [Fact]
    public void Release_AllLessAGroup_DoesNotGiveBackAHiddenOne()
    {
        // Everybody beside the sum of the groups that are shown would leave the hidden group's share.
        var design = DerivedQuantityTests.Groups().Make().Unweighted();
        var session = Session();
        session.Release(design.Proportion("innovated", by: "group"), "shares");
        var rest = design.Where("group", "a", "b", "c").Proportion("innovated");

        Assert.Equal(CellStatus.Suppressed, session.Release(rest.Function("rest", "rest", x => x["innovated"]), "rest").Content.Status);
    }

    [Fact]
    public void Release_ChangeInPerCent_HasThePartsDecimals_AndASumTheirs()
    {
        var table = Design().Proportion("innovated", by: "group");

        var change = Session().Release(table.Function("change", "change", x => x["a"] - x["b"], inPercent: true), "change").Content;
        var mean = Session().Release(table.Function("mean", "mean", x => ((2 * x["a"]) + x["b"] + x["c"]) / 4, inPercent: true), "mean").Content;

        Assert.Equal((0, 0, Math.Round(Shown(change, "a").Value - Shown(change, "b").Value, 2)), (change.Decimals, change.LimitDecimals, change.Value));
        Assert.Equal(0, mean.Decimals);
        Assert.Equal(3, mean.Parts.Estimates.Count);
    }

    [Fact]
    public void Release_ManyAnswers_HasTheDecimalsOfTheShares_AndLimitsInWholePerCent()
    {
        var design = Large().Make().Design().StratifiedBy(["group", "area"]).WithFinitePopulation();

        var change = Session().Release(design.Proportion("innovated", by: "group").Function("change", "change", x => x["a"] - x["b"], inPercent: true), "change").Content;

        Assert.Equal((1, 0), (change.Decimals, change.LimitDecimals)); // of 115 answers each the shares are shown to a tenth of a per cent, their limits in whole ones
        Assert.Equal(Shown(change, "a").Value - Shown(change, "b").Value, change.Value, 1e-12);
        Assert.Equal(Math.Round(change.Interval!.Lower, 2), change.Interval.Lower);
    }

    [Fact]
    public void Release_Parts_AreThoseThatTheFunctionUses()
    {
        var function = Design().Proportion("innovated", by: "group").Function("two", "two", x => x["a"] + x["innovated"]);

        Assert.Equal(["a", ""], function.Parts.Estimates.Select(one => string.Concat(one.Groups.Select(group => group.Code))));
    }

    [Fact]
    public void Release_ItemsOfTheSameRespondents_HaveAnIntervalThatAddsTheirLimits()
    {
        var both = Design().Proportion("innovated", by: "group");

        var apart = Session().Release(both.Function("d", "d", x => x["a"] - x["b"]), "apart").Content;
        var shared = Session().Release(both.Function("d", "d", x => x["a"] - x["innovated"]), "shared").Content; // the group is among everybody

        Assert.Equal(Root(Below(apart, "a"), Above(apart, "b")), apart.Value - apart.Interval!.Lower, 0.006);
        Assert.Equal(Below(shared, "a") + Above(shared, ""), shared.Value - shared.Interval!.Lower, 0.006);
        static double Root(double one, double other) => Math.Sqrt((one * one) + (other * other));
        static double Below(ReleasedFunction function, string group) => Shown(function, group).Value - Shown(function, group).Interval!.Lower;
        static double Above(ReleasedFunction function, string group) => Shown(function, group).Interval!.Upper - Shown(function, group).Value;
    }

    [Fact]
    public void Function_OfWhatHasNone_IsRefused()
    {
        var design = Design();

        Refused("no functions of its numbers", () => design.Count(by: "group").Function("n", "n", x => x["a"]));
        Refused("no functions of its numbers", () => design.Quantile("staff").Function("n", "n", x => x[0]));
        Refused("no functions of its numbers", () => design.Difference("innovated", "group", "a", "b").Function("n", "n", x => x[0]));
        Refused("is a constant", () => design.Proportion("innovated").Function("n", "n", _ => 1));
        Refused("No estimate is named «z»", () => design.Proportion("innovated", by: "group").Function("n", "n", x => x["z"]));
        Refused("z", () => design.RelativeRisk("innovated", "group", "a", "z"));
        Refused("is not released", () => design.RelativeRisk("innovated", "group", "a", "b").Explore());
    }

    [Fact]
    public void Release_TooLargeANumber_IsRefusedInWords()
    {
        var table = Design().Proportion("innovated", by: "group");

        Refused("too large a number", () => Session().Release(table.Function("n", "n", x => 1e12 * x["a"]), "large"));
        Refused("no value", () => Session().Release(table.Function("n", "n", x => (1000 * x["a"]).Exp().Exp()), "infinite"));
    }

    [Fact]
    public void Release_RatioOfResponseRates_IsThatOfTheRates()
    {
        var survey = Large().Make();

        var released = Session(survey).Release(survey.ResponseRates("group").Function("rates", "rates", x => x["a"] / x["b"]), "rates").Content;

        Assert.Equal(Math.Round(Shown(released, "a").Value / Shown(released, "b").Value, 2), released.Value, 1e-12);
    }

    [Fact]
    public void Function_NameThatIsNearlyRight_IsHelped() =>
        Refused("innovated", () => Design().Proportion("innovated", by: "group").Function("n", "n", x => x["inovated"]));

    [Fact]
    public void EqualityTest_OfShownGroups_IsReleased_AndOfHiddenOnesHidden()
    {
        var test = Large().Make().Unweighted().Proportion("innovated", by: "group").EqualityTest();
        Assert.Equal("Wald-test", test.Method.Nb);
        Assert.InRange(Session().Release(test, "test").Content.PValue, 0, 1);

        var hidden = Design().Proportion("innovated", by: "group").EqualityTest(); // with a group of one mind
        Assert.Equal((CellStatus.Suppressed, double.NaN), (Session().Release(hidden, "hidden").Content.Status, Session().Release(hidden, "hidden").Content.PValue));
        Refused("several numbers", () => Design().Proportion("opinion", by: "group").EqualityTest());
    }

    [Fact]
    public void Release_Margins_AreInWholePerCent_AndWithoutLimitsOfFewAnswers()
    {
        var design = Large().Make().Design().StratifiedBy("group").WithFinitePopulation();
        var model = design.Regression("innovated", ["group", "area"], RegressionFamily.Logistic);

        var margins = Session().Release(model.Margins("group"), "margins").Content;
        var difference = Session().Release(model.MarginDifference("group", "b", "a"), "difference").Content;

        var exact = design.Engine.Regression("innovated", ["group", "area"], RegressionFamily.Logistic).Margins("group");
        Assert.Equal("innovated, justert", margins.Title.Nb);
        Assert.Equal(exact.Estimates.Select(one => Math.Round(one.Value, 2, MidpointRounding.AwayFromZero)), margins.Estimates.Select(one => one.Value));
        Assert.All(margins.Estimates, one => Assert.Equal(CellStatus.Published, one.Status));
        Assert.Equal(Math.Round(exact.Estimates[1].Value - exact.Estimates[0].Value, 2, MidpointRounding.AwayFromZero), difference.Estimates[0].Value);

        var few = DerivedQuantityTests.Groups().Make().Unweighted().Where("group", "a", "b").Regression("innovated", "group").Margins("group");
        Assert.All(Session().Release(few, "few").Content.Estimates, one => Assert.Null(one.Interval));
    }

    [Fact]
    public void Release_MarginsOfAModelWithAGroupThatAllAgrees_AreAllHidden()
    {
        var model = DerivedQuantityTests.Groups().Make().Unweighted().Regression("innovated", "group");

        var released = Session().Release(model.Margins("group"), "margins").Content;

        Assert.All(released.Estimates, one => Assert.True(one.Status == CellStatus.Suppressed && double.IsNaN(one.Value)));
        Refused("can't be released", () => DerivedQuantityTests.Groups().Make().Unweighted().Regression("innovated", ["group", "staff"]).Margins("group"));
        Assert.Equal(CellStatus.Suppressed, Session().Release(model.Margins("group").Function("r", "r", x => x["a"] / x["b"]), "function").Content.Status);
    }

    internal static SmallSurvey Large() => new SmallSurvey()
        .Add(40, "a", "x", innovated: "yes", detail: "yes").Add(30, "a", "x").Add(20, "a", "y", innovated: "yes", detail: "no").Add(25, "a", "y")
        .Add(22, "b", "x", innovated: "yes", detail: "yes").Add(38, "b", "x").Add(19, "b", "y", innovated: "yes", detail: "no").Add(36, "b", "y");

    private static BarometerDesign Design() => DerivedQuantityTests.Groups().Make().Design().StratifiedBy("group").WithFinitePopulation();

    private static ReleaseSession Session(Survey? survey = null) => new(Policies.Standard, (survey ?? new SmallSurvey().Add(1).Make()).Codebook);

    private static ReleasedEstimate Shown(ReleasedFunction function, string group) =>
        function.Parts.Estimates.Single(one => string.Concat(one.Groups.Select(value => value.Code)) == group);

    private static void Refused(string words, Func<object> use) => Assert.Contains(words, Assert.Throws<BarometerException>(use).Message, StringComparison.Ordinal);
}
