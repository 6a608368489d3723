using Barometer.Analysis.Tests.Anonymity;

namespace Barometer.Analysis.Tests.Weighting;

/// <summary>Direct standardisation in a survey's design: what it makes, says and may release.</summary>
public class StandardisedDesignTests
{
    // Two areas of one composition in the frame's eyes: x has more of the group «a», where more have innovated.
    private static readonly Survey Survey = new SmallSurvey()
        .Add(40, "a", "x", innovated: "yes", detail: "no").Add(20, "a", "x").Add(8, "b", "x", innovated: "yes", detail: "yes").Add(12, "b", "x")
        .Add(20, "a", "y", innovated: "yes", detail: "no").Add(10, "a", "y").Add(24, "b", "y", innovated: "yes", detail: "yes").Add(36, "b", "y").Make();

    [Fact]
    public void StandardisedTo_TheFrame_ComparesAreasOfOneComposition()
    {
        var raw = Design().Proportion("innovated", by: "area").Estimates;
        var table = Design().StandardisedTo("group", over: "area").Proportion("innovated", by: "area");

        Assert.True(raw[0].Value - raw[1].Value > 0.05);
        Assert.Equal(table.Estimates[0].Value, table.Estimates[1].Value, 1e-9); // two thirds of a and two fifths of b in both
        Assert.Contains("standardisering (gruppe i område)", Relabelled(table.Heading.Weighting.Nb), StringComparison.Ordinal);
        Assert.Contains("standardisation (group in area)", table.Heading.Weighting.En, StringComparison.Ordinal);
        Assert.Contains("standardisation-group-in-area", table.Heading.Method!.Weighting.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_StandardisedShares_AreHeldToTheRulesOfTheirCounts()
    {
        var released = new ReleaseSession(Policies.Standard, Survey.Codebook).Release(Design().StandardisedTo("group", over: "area").Proportion("innovated", by: "area"), "standardised");

        Assert.All(released.Content.Estimates, estimate => Assert.Equal(CellStatus.Published, estimate.Status));
        Assert.All(released.Content.Estimates.SkipLast(1), estimate => Assert.True(estimate.IsGeneralised));
    }

    [Fact]
    public void Release_ManyStandardisedSharesOfOneAnswer_AreOneSystem()
    {
        // In one decimal each is open by itself; together they are equations enough for the counts of kinds of agencies.
        var survey = SurveyReader.Read(SurveyFixture.Committed, "strategic-2018");
        var sharp = Policies.Standard with { FewRespondents = 0 };
        Grouping[] standards = [Grouping.None, "agency_group", "agency_type", "region", ["agency_type", "region"]];
        UnreleasedTable Share(Grouping by) =>
            (by.Count == 0 ? survey.Unweighted() : survey.Design().StratifiedBy("agency_group").WithFinitePopulation().StandardisedTo(KnownTotals.Counts(by))).Proportion("earmarked_money");
        bool IsShown(ReleaseSession session, int i) => session.Release(Share(standards[i]), $"share-{i}").Content.Estimates[0].Status == CellStatus.Published;

        var together = new ReleaseSession(sharp, survey.Codebook);
        Assert.All(Enumerable.Range(0, standards.Length), i => Assert.True(IsShown(new ReleaseSession(sharp, survey.Codebook), i)));
        Assert.False(Enumerable.Range(0, standards.Length).ToList().TrueForAll(i => IsShown(together, i)));
    }

    [Fact]
    public void Release_StandardisedToStatedCountsOrAmongAnswers_IsRefused()
    {
        var stated = KnownTotals.Counts("group", new Dictionary<string, double> { ["a"] = 1, ["b"] = 99 });
        foreach (var (design, why) in new[]
        {
            (Design().StandardisedTo(stated), "stated totals"),
            (Design().StandardisedTo("group", over: "innovated"), "made of «innovated»"),
            (Design().Where("innovated", "yes").StandardisedTo("group"), "made of «innovated»"),
        })
        {
            var error = Assert.Throws<BarometerException>(() => new ReleaseSession(Policies.Standard, Survey.Codebook).Release(design.Proportion("innovated"), "refused"));
            Assert.Contains(why, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void StandardisedTo_AGroupWithoutRespondents_NamesTheCell()
    {
        var survey = new SmallSurvey().Add(10, "a", "x").Add(10, "b", "x").Add(10, "a", "y").Make();

        var error = Assert.Throws<BarometerException>(() => survey.Design().StandardisedTo("group", over: "area"));

        Assert.Contains("1 of 4 cells has no respondent who could stand for it: area = y, group = b", error.Message, StringComparison.Ordinal);
    }

    private static BarometerDesign Design() => Survey.Design().StratifiedBy(["group", "area"]).WithFinitePopulation();

    // The made-up survey has no labels of its own.
    private static string Relabelled(string text) => text.Replace("group", "gruppe", StringComparison.Ordinal).Replace("area", "område", StringComparison.Ordinal);
}
