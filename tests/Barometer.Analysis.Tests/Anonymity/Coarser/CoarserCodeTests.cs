namespace Barometer.Analysis.Tests.Anonymity.Coarser;

public class CoarserCodeTests
{
    [Theory]
    [InlineData("design.Proportion(\"innovated\", by: \"agency_group\")", "design.Proportion(\"innovated\", by: \"agency_type\")")]
    [InlineData("design.Where(\"region\", \"oslo\").Mean(\"staff\", by: [\"agency_group\", \"region\"])", "design.Where(\"region\", \"oslo\").Mean(\"staff\", by: \"agency_type\")")]
    [InlineData("design.TopShare([\"a\",\n    \"b\"], by: \"agency_group\", top: 2)", "design.TopShare([\"a\", \"b\"], by: \"agency_type\", top: 2)")]
    [InlineData("share", "by: \"agency_type\"")]
    public void Of_CodeOfATable_ChangesTheGroupingOnly(string code, string expected) => Assert.Equal(expected, CoarserCode.Of(code, Way("agency_type"), []));

    [Fact]
    public void Of_NoGroupsLeft_TakesTheGroupingOut() =>
        Assert.Equal("design.Proportion(\"innovated\")", CoarserCode.Of("design.Proportion(\"innovated\", by: \"agency_group\")", Way(), []));

    [Fact]
    public void Of_SeveralGroups_WritesAList() => Assert.Equal(
        "design.Count(by: [\"agency_type\", \"size_group\"])", CoarserCode.Of("design.Count(by: [\"agency_group\", \"size_band\"])", Way("agency_type", "size_group"), []));

    [Fact]
    public void Of_MergedCategories_MergesBeforeTheEstimate() => Assert.Equal(
        "design.Where(\"region\", \"oslo\").Merging(\"size\", [\"a\", \"b\"]).Proportion(\"innovated\", by: \"size\")",
        CoarserCode.Of("design.Where(\"region\", \"oslo\").Proportion(\"innovated\", by: \"size\")", Way("size") with { Before = ".Merging(\"size\", [\"a\", \"b\"])" }, []));

    [Theory]
    [InlineData("design.Independence(\"spread\", \"agency_group\")", "design.Independence(\"spread\", \"agency_type\")")]
    [InlineData("design.Where(\"agency_group\", \"a\").RankTest(\"staff\", \"agency_group\")", "design.Where(\"agency_group\", \"a\").RankTest(\"staff\", \"agency_type\")")]
    [InlineData("test", "by: \"agency_type\"")]
    public void Of_CodeOfATest_ChangesTheGroupsOfItsLastCall(string code, string expected) => Assert.Equal(expected, CoarserCode.Of(code, Way("agency_type"), ["agency_group"]));

    [Theory]
    [InlineData("design.Ranks(\"partners\")", "design.Ranks([\"a\", \"b\"])")]
    [InlineData("design.Ranks([\"a\", \"c\",\n    \"b\"], category: \"no\")", "design.Ranks([\"a\", \"b\"], category: \"no\")")]
    [InlineData("ranks", "[\"a\", \"b\"]")]
    public void OfItems_CodeOfARanking_NamesThoseThatAreLeft(string code, string expected) => Assert.Equal(expected, CoarserCode.OfItems(code, ["a", "b"]));

    private static Coarsening Way(params string[] by) =>
        new(by, new SmallSurvey().Add(1).Make().Design(), new LocalizedText("", ""), new LocalizedText("", ""));
}
