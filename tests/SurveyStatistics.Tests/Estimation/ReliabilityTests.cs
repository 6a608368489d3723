namespace SurveyStatistics.Tests.Estimation;

/// <summary>Every kind of estimate says when it is to be read with care.</summary>
public class ReliabilityTests
{
    private static readonly SurveyDesign Small = SurveyMaker.Make().Design().StratifiedBy("size");

    public static TheoryData<string> Kinds => [.. Estimates(Small).Select(one => one.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reliability_EightRespondentsInThreeStrata_IsFlaggedInEveryKind(string kind)
    {
        var found = Estimates(Small).Single(one => one.Kind == kind).Reliability;

        Assert.Equal(Reliability.FewEffective | Reliability.FewDegreesOfFreedom, found & ~Reliability.WideInterval);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reliability_ManyRespondents_IsGoodInEveryKind(string kind) =>
        Assert.Equal(Reliability.Good, Estimates(Large()).Single(one => one.Kind == kind).Reliability);

    [Fact]
    public void WideInterval_OfSharesBalancesAndTheirDifferences_IsFlagged()
    {
        Assert.All(
            (EstimateTable[])[Small.Proportion("q1"), Small.NetBalance("grade"), Small.Difference("q1", "size", "large", "small")],
            table => Assert.Equal(table.Estimates[^1].Interval!.Width > 0.30, table.Estimates[^1].Reliability.HasFlag(Reliability.WideInterval)));
        Assert.True(Small.Difference("q1", "size", "large", "small").Estimates[0].Reliability.HasFlag(Reliability.WideInterval));
        Assert.False(Small.Mean("employees").Estimates[0].Reliability.HasFlag(Reliability.WideInterval));
    }

    [Fact]
    public void Difference_SmallGroupFromALargeOne_IsNoBetterKnownThanTheSmallOne()
    {
        var data = new DataSet("rows", [Letters("group", row => row < 5 ? "a" : "b"), Letters("answer", row => row % 3 == 0 ? "yes" : "no")]);

        var difference = SurveyDesign.Of(data).Unweighted().Difference("answer", "group", "a", "b").Estimates[0];

        Assert.Equal(400, difference.Respondents);
        Assert.True(difference.Reliability.HasFlag(Reliability.FewEffective));
    }

    [Fact]
    public void Coefficient_CategoryOfFew_IsFlaggedAndTheOthersAreNot()
    {
        var data = new DataSet("rows",
        [
            Letters("group", row => row % 40 == 0 ? "c" : row % 2 == 0 ? "a" : "b"),
            new NumericColumn("y", [.. Enumerable.Range(0, 400).Select(row => (double)(row % 7))]),
        ]);

        var model = SurveyDesign.Of(data).Unweighted().Regression("y", "group");

        Assert.Equal(
            [Reliability.Good, Reliability.Good, Reliability.FewEffective], model.Coefficients.Select(coefficient => coefficient.Reliability));
        Assert.Equal([Reliability.Good, Reliability.FewEffective], model.MarginalEffects().Select(effect => effect.Reliability));
    }

    private static IEnumerable<(string Kind, Reliability Reliability)> Estimates(SurveyDesign design)
    {
        yield return ("share", design.Proportion("q1").Estimates[0].Reliability);
        yield return ("mean", design.Mean("employees").Estimates[0].Reliability);
        yield return ("total", design.Total("employees").Estimates[0].Reliability);
        yield return ("total with", design.TotalWith("q1").Estimates[0].Reliability);
        yield return ("ratio", design.Ratio("employees", "employees").Estimates[0].Reliability);
        yield return ("quantile", design.Quantile("employees").Estimates[0].Reliability);
        yield return ("top share", design.TopShare("grade", 1).Estimates[0].Reliability);
        yield return ("balance", design.NetBalance("grade").Estimates[0].Reliability);
        yield return ("difference", design.Difference("q1", "size", "small", "middle").Estimates[0].Reliability);
        yield return ("item difference", design.ItemDifference("item1", "item2").Estimates[0].Reliability);
        yield return ("rank", design.Ranks(["item1", "item2"]).Items[0].Share.Reliability);
        yield return ("t test", design.TTest("q1", "size", "small").Estimate!.Reliability);
        yield return ("trend", design.Trend("q1", "size").Estimate!.Reliability);
        yield return ("coefficient", design.Regression("q1", "employees").Coefficients[1].Reliability);
        yield return ("marginal effect", design.Regression("q1", "employees").MarginalEffects()[0].Reliability);
    }

    // The sizes and answers of the small survey, a hundred times as many of each.
    private static SurveyDesign Large() => SurveyMaker.Make(
        sizesOfFrame: Times(100, "ssssssssssmmmmllllll"), sizesOfRespondents: Times(100, "ssssmmll"), q1: Times(100, "ynynyn?y"), q2: Times(100, "abaab..b"))
        .Design().StratifiedBy("size");

    private static string Times(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    private static CategoricalColumn Letters(string name, Func<int, string> code)
    {
        string[] codes = [.. Enumerable.Range(0, 400).Select(code).Distinct().Order()];
        return new CategoricalColumn(
            name,
            [.. codes.Select(one => one)],
            [.. Enumerable.Range(0, 400).Select(row => Array.IndexOf(codes, code(row)))]);
    }
}
