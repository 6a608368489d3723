namespace SurveyStatistics.Tests.Estimation;

public class SignificanceTests
{
    private static readonly SurveyDesign Design = GoldenDesigns.Of("baro-operational", "B")!;

    [Fact]
    public void Independence_TwoByTwo_FirstAndSecondOrderAgreeButForTheDegrees()
    {
        var second = Design.Independence("inno_service#", "inno_process#");
        var first = Design.Independence("inno_service#", "inno_process#", IndependenceTest.RaoScottFirstOrder);

        Assert.Equal(1, second.NumeratorDegrees, 1e-9);
        Assert.Equal(1, first.NumeratorDegrees);
        Assert.Equal(first.PValue, Distributions.ChiSquareUpperTail(second.Statistic, 1), 1e-9);
    }

    [Fact]
    public void Independence_TwoByTwo_DoesNotDependOnWhichIsFirst()
    {
        var one = Design.Independence("inno_service#", "region");
        var other = Design.Independence("region", "inno_service#");

        Assert.Equal(one.Statistic, other.Statistic, 1e-8);
        Assert.Equal(one.PValue, other.PValue, 1e-8);
    }

    [Fact]
    public void Independence_VariableThatDoesNotVary_IsRefused() =>
        Assert.Throws<SurveyException>(() => Design.Where("size", "50+").Independence("size", "region"));

    [Fact]
    public void Trend_TwoGroups_IsTheTTest()
    {
        var two = Ordered("two", code => code == 2 ? 1 : 0, 2);

        var trend = Design.WithColumn(two).Trend("q1", "two");

        var t = Design.WithColumn(two).TTest("q1", "two", "1", "0");
        Assert.Equal(t.Statistic, trend.Statistic, 1e-9);
        Assert.Equal(t.PValue, trend.PValue, 1e-9);
        Assert.Equal(t.Estimate!.Value, trend.Estimate!.Value, 1e-9);
    }

    [Fact]
    public void Trend_LargerWorkplacesInnovateMore_IsFound()
    {
        var trend = Design.WithColumn(Ordered("three", code => code, 3)).Trend("q1", "three");

        Assert.True(trend.Estimate!.Value > 0);
        Assert.True(trend.PValue < 0.001);
        Assert.Equal(trend.Estimate.DegreesOfFreedom, trend.NumeratorDegrees);
    }

    [Fact]
    public void RankTest_ScaleOfTheNumber_DoesNotMatter()
    {
        var log = new NumericColumn("log", [.. Design.Sample.Data.Numeric("employees").Values.ToArray().Select(x => Math.Log(x))]);
        var design = Design.WithColumn(log);

        Assert.Equal(design.RankTest("employees", "region").PValue, design.RankTest("log", "region").PValue, 1e-12);
    }

    [Fact]
    public void TTest_EverybodyElse_IsTheDefaultComparison()
    {
        var against = Design.TTest("q1", "region", "Oslo");

        var rest = Design.WithColumn(Ordered("rest", _ => 0, 2)).TTest("q1", "region", "Oslo");
        Assert.Equal(against.Statistic, rest.Statistic, 1e-12);
        Assert.True(against.Estimate!.Respondents > 700);
    }

    [Fact]
    public void GivenShares_CategoryWithoutShare_IsRefused() => Assert.Throws<SurveyException>(() =>
        Design.GivenShares("region", new Dictionary<string, double> { ["Oslo"] = 0.5, ["East"] = 0.5 }));

    private static CategoricalColumn Ordered(string name, Func<int, int> number, int categories) => new(
        name,
        [.. Enumerable.Range(0, categories).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        [.. Design.Sample.Data.Categorical("size").Codes.ToArray().Select(number)],
        ordered: true);
}
