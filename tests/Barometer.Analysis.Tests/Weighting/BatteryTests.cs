namespace Barometer.Analysis.Tests.Weighting;

public class BatteryTests
{
    private static readonly BarometerDesign Design = SurveyMaker.Make().Design().StratifiedBy("size");

    [Fact]
    public void Battery_Items_AreOutcomesOfOneTable()
    {
        var table = Design.Battery("items", by: "size");

        Assert.Equal(["item1", "item2", "item1", "item2", "item1", "item2", "item1", "item2"], table.Estimates.Select(e => e.Outcome.Variable));
        Assert.Equal("Punkt 1", table.Estimates[0].Outcome.Label.Nb);
        Assert.Equal("Punktene", table.Title.Nb);
        Assert.Empty(table.Estimates[^1].Groups);
    }

    [Fact]
    public void Battery_Unknown_NamesThoseThereAre()
    {
        var error = Assert.Throws<BarometerException>(() => Design.Battery("partners"));

        Assert.Contains("items", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proportions_DifferentUniverses_AreRefused()
    {
        var error = Assert.Throws<BarometerException>(() => Design.Proportions(["q1", "q2"]));

        Assert.Contains("different people", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, Design.Proportions(["q1", "q2"], answers: AnswerBase.Everybody).Estimates.Count);
    }

    [Fact]
    public void TopShare_NotOrdered_IsRefused() => Assert.Throws<BarometerException>(() => Design.TopShare("q2"));

    [Fact]
    public void TopShare_TwoHighest_IsCalledByThem() => Assert.Equal(
        "4 eller 5", new Anonymity.SmallSurvey().Add(2, opinion: "4").Add(2).Make().Design().TopShare("opinion").Estimates[^1].Outcome.Label.Nb);

    [Fact]
    public void Contrast_ThreeGroups_IsWrittenAsOne() => Assert.Equal(
        "large − 0,5 · small − 0,5 · middle",
        Design.Contrast("q1", "size", new Dictionary<string, double> { ["large"] = 1, ["small"] = -0.5, ["middle"] = -0.5 }).Estimates[0].Groups[0].Label.Nb);
}
