namespace Barometer.Analysis.Tests.Anonymity.Coarser;

public class MergedCategoriesTests
{
    private static readonly Category[] Letters = [.. "abcde".Select(code => new Category($"{code}", new LocalizedText($"{code}".ToUpperInvariant(), $"{code}")))];

    private static CategoricalColumn Column(bool ordered) => new("x", Letters, [0, 1, 2, 3, 4, -1], ordered: ordered);

    [Fact]
    public void Runs_CategoriesInOrder_MergesNeighboursOnly() =>
        Assert.Equal([["a", "b"], ["d", "e"]], MergedCategories.Runs(Column(ordered: true), new HashSet<string> { "a", "b", "d", "e" }));

    [Fact]
    public void Runs_OneHiddenNeighbour_IsLeftAlone() =>
        Assert.Equal([["d", "e"]], MergedCategories.Runs(Column(ordered: true), new HashSet<string> { "b", "d", "e" }));

    [Fact]
    public void Runs_CategoriesWithoutOrder_MergesAllHidden() =>
        Assert.Equal([["a", "c", "e"]], MergedCategories.Runs(Column(ordered: false), new HashSet<string> { "a", "c", "e" }));

    [Theory]
    [InlineData(false, "A + C", "a+c")]
    [InlineData(true, "A – C", "a+c")]
    public void Replace_TwoCategories_BecomeOneInTheirPlace(bool ordered, string label, string code)
    {
        var data = MergedCategories.Replace(new DataSet("rows", [Column(ordered)]), Column(ordered), [["a", "c"]]);

        var merged = data.Categorical("x");
        Assert.Equal([code, "b", "d", "e"], merged.Categories.Select(category => category.Code));
        Assert.Equal(label, merged.Categories[0].Label.Nb);
        Assert.Equal([0, 1, 0, 2, 3, -1], merged.Codes.ToArray());
    }

    [Fact]
    public void Replace_ManyCategories_AreNamedByTheFirst()
    {
        var data = MergedCategories.Replace(new DataSet("rows", [Column(false)]), Column(false), [["a", "b", "c", "d"]]);

        Assert.Equal(new LocalizedText("A og 3 andre", "a and 3 others"), data.Categorical("x").Categories[0].Label);
    }
}
