using Barometer.Analysis.Tests.Anonymity;
using static Barometer.Analysis.Tests.Anonymity.QuestionSurvey;

namespace Barometer.Analysis.Tests.Weighting;

/// <summary>Variables made of others, in estimates whose numbers are counted by hand.</summary>
public class DeriveTests
{
    private static readonly BarometerDesign Design = Make(
        Of(10, "internal", "yyn", "a", 1, 2, staff: 5),
        Of(10, "external", "nnn", "a", 5, 4, staff: 25),
        Of(10, "no", "nny", "b", 3, 3, staff: 60),
        Of(5, "dk", "n–n", "b", 4, 0, staff: 100),
        Of(5, "no", "–––", "b", 2, 2, staff: 10)).Unweighted();

    [Fact]
    public void Is_TwoAnswers_AreOneShareAmongAllWhoWereAsked() =>
        Assert.Equal(20 / 40.0, Share(Design.Derive("any", Rule.Is("evaluated", "internal", "external")).Proportion("any")), 12);

    [Fact]
    public void Is_DontKnowStaysWhatItIs() =>
        Assert.Equal(20 / 35.0, Share(Design.Derive("any", Rule.Is("evaluated", "internal", "Ja, eksternt")).Proportion("any", answers: AnswerBase.AskedWithAView)), 12);

    [Fact]
    public void Is_TitleInPlaceOfTheName_IsUnderstood()
    {
        Assert.Equal(20 / 40.0, Share(Design.Derive("any", Rule.Is("Evaluering", "Ja, internt", "Yes, externally")).Proportion("any")), 12);
        Assert.Contains("did you mean «evaluated» (Evaluering)", Assert.Throws<BarometerException>(() => Design.Derive("any", Rule.Is("Evaluert", "no"))).Message, StringComparison.Ordinal);
        Assert.Contains("did you mean «no» (Nei)", Assert.Throws<BarometerException>(() => Design.Derive("any", Rule.Is("evaluated", "Neii"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherThan_OneAnswer_IsYesOfTheOthersWithAnAnswer() =>
        Assert.Equal(20 / 40.0, Share(Design.Derive("some", Rule.OtherThan("evaluated", "no")).Proportion("some")), 12);

    [Fact]
    public void Merge_OwnLabels_StandInTheTable()
    {
        var table = Design.Derive("short", Rule.Merge("evaluated", ("yes", ["internal", "external"], "Evaluert", "Evaluated")), nb: "Om evaluert", en: "Whether evaluated")
            .Proportion("short", by: "group");

        Assert.Equal("Om evaluert", table.Title.Nb);
        Assert.Equal(20 / 20.0, Share(table), 12);
        Assert.Equal("Evaluert", table.Estimates[0].Outcome.Label.Nb);
        Assert.Contains("Evaluated", Design.Derive("short", Rule.Merge("evaluated", ("yes", ["internal", "external"], "Evaluert", "Evaluated"))).Proportion("evaluated", by: "short").Estimates.SelectMany(one => one.Groups).Select(group => group.Label.En));
    }

    [Fact]
    public void Merge_CodeOfAnAnswerThatStays_IsRefused() => Assert.Contains(
        "can't be told apart", Assert.Throws<BarometerException>(() => Design.Derive("x", Rule.Merge("evaluated", ("no", ["internal", "external"], "Ja", "Yes")))).Message, StringComparison.Ordinal);

    [Fact]
    public void Merge_GroupOfTheFrame_HasItsOwnLabelAndCanBeAGroup()
    {
        var merged = Design.Derive("all", Rule.Merge("group", ("both", ["a", "b"], "Begge", "Both"))).Count(by: "all");

        Assert.Equal(("Begge", 40.0), (merged.Estimates[0].Groups[0].Label.Nb, merged.Estimates[0].Numbers.Value));
    }

    [Fact]
    public void AnyOf_SomeMissing_IsNoWhenNoneIsYesAndMissingWhenAllAre() =>
        Assert.Equal(20 / 35.0, Share(Design.Derive("any", Rule.AnyOf("items")).Proportion("any")), 12);

    [Fact]
    public void AllOf_SomeMissing_IsNoWhenOneIsNo() =>
        Assert.Equal(10 / 35.0, Share(Design.Derive("all", Rule.AllOf("item_a", "item_b")).Proportion("all")), 12);

    [Fact]
    public void CountOf_CountsYes() =>
        Assert.Equal(30 / 35.0, Design.Derive("count", Rule.CountOf("item_a", "item_b", "item_c")).Mean("count").Estimates[0].Numbers.Value, 12);

    [Fact]
    public void MeanOf_ThoseWhoAnsweredAll()
    {
        Assert.Equal(((10 * 1.5) + (10 * 4.5) + (10 * 3) + (5 * 2)) / 35, Design.Derive("index", Rule.MeanOf("scale_a", "scale_b")).Mean("index").Estimates[0].Numbers.Value, 12);
        Assert.Equal(((10 * 3) + (10 * 9) + (10 * 6) + (5 * 4)) / 35.0, Design.Derive("sum", Rule.SumOf("scale_a", "scale_b")).Mean("sum", by: "group").Estimates[^1].Numbers.Value, 12);
    }

    [Fact]
    public void MeanOf_NoScale_IsRefused() => Assert.Contains("no item of a scale", Assert.Throws<BarometerException>(() => Design.Derive("x", Rule.MeanOf("item_a", "item_b"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Bands_OfANumber_AreOrderedGroups()
    {
        var bands = Design.Derive("band", Rule.Bands("staff", 20, 50)).Count(by: "band");

        Assert.Equal([("Under 20", 15.0), ("20–49", 10), ("50 eller mer", 15)], bands.Estimates.SkipLast(1).Select(one => (one.Groups[0].Label.Nb, one.Numbers.Value)));
        Assert.Throws<BarometerException>(() => Design.Derive("band", Rule.Bands("staff", 50, 20)));
    }

    [Fact]
    public void Bands_OfAnIndex_AreDerivedOfWhatIsDerived() => Assert.Equal(
        10 / 35.0, Share(Design.Derive("index", Rule.MeanOf("scale_a", "scale_b")).Derive("high", Rule.AtLeast("index", 4)).Proportion("high")), 12);

    [Fact]
    public void Where_OrNotAndNumbers_ChoosesByAll()
    {
        Assert.Equal(20, N(Design.Where(Rule.Is("item_a") | Rule.AtLeast("staff", 60) & !Rule.Is("evaluated", "internal") & Rule.Is("item_c"))));
        Assert.Equal(25, N(Design.Where(!Rule.Is("evaluated", "internal"))));
        Assert.Equal(15, N(Design.Where(Rule.Below("staff", 20))));
        Assert.Equal(10, N(Design.Where("evaluated", "Ja, internt")));
        Assert.Equal(10, N(Design.Where(Rule.Is("evaluated", "internal")).Where(Rule.Is("item_b"))));
        Assert.Throws<BarometerException>(() => Design.Where(Rule.Bands("staff", 20)));
    }

    [Fact]
    public void Where_Words_AreMadeOfLabelsUnlessGiven()
    {
        Assert.Equal("arbeidsplasser, Evaluering: Nei eller group: Gruppe b", Design.Where(Rule.Is("evaluated", "no") | Rule.Is("group", "b")).Count().Heading.Universe.Nb);
        Assert.Equal("arbeidsplasser, som er små", Design.Where(Rule.Below("staff", 20), nb: "som er små", en: "that are small").Count().Heading.Universe.Nb);
    }

    [Fact]
    public void Where_MisspeltLabel_ProposesTheRightOne() => Assert.Contains(
        "did you mean «internal» (Ja, internt)", Assert.Throws<BarometerException>(() => Design.Where("evaluated", "Ja, intern")).Message, StringComparison.Ordinal);

    [Fact]
    public void Derive_InAModelAndATest_IsAVariableLikeOthers()
    {
        var derived = Design.Derive("any", Rule.Is("evaluated", "internal", "external")).Derive("band", Rule.Bands("staff", 20));

        Assert.Contains(derived.Regression("any", "band").Effects().Estimates, one => one.Groups.Any(group => group.Variable == "band"));
        Assert.NotNull(derived.Independence("any", "band"));
        Assert.Equal(2, derived.Proportions(["any", "item_a"]).Estimates.Count);
    }

    [Fact]
    public void Derive_NameTakenOrNoName_IsRefused()
    {
        Assert.Throws<BarometerException>(() => Design.Derive("evaluated", Rule.Is("item_a")));
        Assert.Throws<BarometerException>(() => Design.Derive("Har evaluert", Rule.Is("item_a")));
        Assert.Throws<BarometerException>(() => Design.Derive("x", Rule.Is("agency", "V1")));
        Assert.Throws<BarometerException>(() => Design.Derive("x", Rule.AnyOf("item_a")));
    }

    [Fact]
    public void Derive_DifferentRouting_IsRefused()
    {
        var design = new SmallSurvey().Add(10, innovated: "yes", detail: "yes").Add(10).Make().Unweighted();

        Assert.Equal(10, design.Derive("both", Rule.Is("innovated") & Rule.Is("detail")).Proportion("both").Estimates[0].Numbers.Respondents);
        Assert.Equal("arbeidsplasser med ja", design.Derive("both", Rule.Is("innovated") & Rule.Is("detail")).Proportion("both").Heading.Universe.Nb);
    }

    [Fact]
    public void About_TheSameNameByAnotherRule_IsAnotherTable()
    {
        string About(Rule rule) => TableDigest.About(Design.Derive("x", rule).Proportion("x").Heading);

        Assert.NotEqual(About(Rule.Is("evaluated", "internal")), About(Rule.Is("evaluated", "external")));
        Assert.Equal(About(Rule.Is("evaluated", "internal")), About(Rule.Is("evaluated", "internal")));
        Assert.Equal(TableDigest.About(Design.Proportion("evaluated").Heading), TableDigest.About(Design.Derive("x", Rule.Is("item_a")).Proportion("evaluated").Heading));
    }

    private static double Share(UnreleasedTable table) => table.Estimates[0].Numbers.Value;

    private static double N(BarometerDesign design) => design.Count().Estimates[0].Numbers.Value;
}
