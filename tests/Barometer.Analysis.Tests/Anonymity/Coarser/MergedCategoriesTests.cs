namespace Barometer.Analysis.Tests.Anonymity.Coarser;

public class MergedCategoriesTests
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "e"];

    private static CategoricalColumn Column(bool ordered) => new("x", Letters, [0, 1, 2, 3, 4, -1], ordered: ordered);

    [Fact]
    public void Runs_CategoriesInOrder_MergesNeighboursOnly() =>
        Assert.Equal([["a", "b"], ["d", "e"]], Coarsenings.Runs(Column(ordered: true), new HashSet<string> { "a", "b", "d", "e" }));

    [Fact]
    public void Runs_OneHiddenNeighbour_IsLeftAlone() =>
        Assert.Equal([["d", "e"]], Coarsenings.Runs(Column(ordered: true), new HashSet<string> { "b", "d", "e" }));

    [Fact]
    public void Runs_CategoriesWithoutOrder_MergesAllHidden() =>
        Assert.Equal([["a", "c", "e"]], Coarsenings.Runs(Column(ordered: false), new HashSet<string> { "a", "c", "e" }));

    [Theory]
    [InlineData(false, "a + c")]
    [InlineData(true, "small – large")]
    public void Merging_TwoCategories_BecomeOneInTheirPlace(bool ordered, string label)
    {
        var table = ordered
            ? SurveyMaker.Make().Design().Merging("size", ["small", "large"]).Count("size")
            : new SmallSurvey().Add(2, "a").Add(3, "b").Add(4, "c").Make().Design().Merging("group", ["a", "c"]).Count("group");

        Assert.Equal(ordered ? ["small+large", "middle"] : (string[])["a+c", "b"], table.Estimates.SkipLast(1).Select(one => one.Groups[0].Code));
        Assert.Equal(label, table.Estimates[0].Groups[0].Label.Nb);
        Assert.Equal(ordered ? [6, 2, 8] : (double[])[6, 3, 9], table.Estimates.Select(one => one.Value));
    }

    [Fact]
    public void Merging_ManyCategories_AreNamedByTheFirst()
    {
        var survey = new SmallSurvey().Add(2, "a").Add(3, "b").Add(4, "c").Add(5, "d").Make();

        Assert.Equal(
            new LocalizedText("a og 3 andre", "a and 3 others"), survey.Design().Merging("group", ["a", "b", "c", "d"]).Count("group").Estimates[0].Groups[0].Label);
    }
}
