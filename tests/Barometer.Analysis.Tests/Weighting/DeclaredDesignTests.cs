namespace Barometer.Analysis.Tests.Weighting;

/// <summary>The design in a codebook is the one that a researcher would have written: the same steps in the same order, and the same weights.</summary>
public class DeclaredDesignTests
{
    public static TheoryData<string> Declared => [.. Written.Keys];

    private static readonly Dictionary<string, Func<BarometerDesign, BarometerDesign>> Written = new()
    {
        ["""{ "strata": ["agency_group", "size_band"], "finitePopulation": true, "raking": ["ministry_area", "agency_group", "size_band"]"""] =
            design => design.StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation().RakedTo("ministry_area", "agency_group", "size_band"),
        ["""{ "strata": ["agency_group"], "weights": "invited", "nonResponse": ["size_group"]"""] =
            design => design.StratifiedBy("agency_group").WeightedByInvitation().AdjustedForNonResponse("size_group"),
        ["""{ "strata": ["agency_group"], "weights": "invited", "nonResponse": ["size_group"], "responsePhase": true"""] =
            design => design.StratifiedBy("agency_group").WeightedByInvitation().WithResponsePhase("size_group"),
        ["""{ "strata": ["ministry_area", "size_band"], "collapseBelow": 4, "lonelyStrata": "adjust", "raking": [["agency_type", "size_group"], "region"], "trimming": { "lower": 0.5, "upper": 6 }"""] =
            design => design.StratifiedBy(["ministry_area", "size_band"]).CollapsingStrata(4).WithLonelyStrata(LonelyStratum.Adjust)
                .RakedTo(KnownTotals.Counts(["agency_type", "size_group"]), "region").TrimmedTo(0.5, 6),
        ["""{ "clusters": ["agency_id"], "weights": "employees" """] =
            design => design.ClusteredBy("agency_id").WeightedBy("employees"),
        ["""{ "strata": ["agency_group"], "postStratification": ["agency_type", "size_group"]"""] =
            design => design.StratifiedBy("agency_group").PostStratifiedTo(["agency_type", "size_group"]),
    };

    [Theory]
    [MemberData(nameof(Declared))]
    public void ChosenDesign_AsDeclared_IsTheOneWrittenByHand(string declared)
    {
        using var fixture = new SurveyFixture();
        Declare(fixture, declared + """, "choice": "våre", "choiceEn": "ours" }""");
        var survey = fixture.Read();

        var (chosen, written) = (survey.ChosenDesign().Engine, Written[declared](survey.Design()).Engine);

        Assert.Equal(written.WeightHistory.Select(step => $"{step.Name}: {step.Detail}"), chosen.WeightHistory.Select(step => $"{step.Name}: {step.Detail}"));
        Assert.Equal(written.Weights.ToArray(), chosen.Weights.ToArray());
        Assert.Equal(written.Proportion("innovated").Estimates.Select(one => one.StandardError), chosen.Proportion("innovated").Estimates.Select(one => one.StandardError));
    }

    [Fact]
    public void ChosenDesign_NoneDeclared_SaysWhereItBelongs()
    {
        using var fixture = new SurveyFixture();
        var text = File.ReadAllText(fixture.CodebookPath);
        File.WriteAllText(fixture.CodebookPath, text.Replace("\"design\": {", "\"planned\": {", StringComparison.Ordinal));

        var problem = Assert.Single(Assert.Throws<BarometerException>(() => fixture.Read().ChosenDesign()).Problems);

        Assert.Equal("No design has been chosen for the survey «operational-2018»", problem.What);
        Assert.Contains("«design» in its codebook", problem.Expected, StringComparison.Ordinal);
    }

    private static void Declare(SurveyFixture fixture, string design)
    {
        var text = File.ReadAllText(fixture.CodebookPath);
        var from = text.IndexOf("\"design\": {", StringComparison.Ordinal);
        var to = text.IndexOf("\n  },", from, StringComparison.Ordinal) + 5;
        File.WriteAllText(fixture.CodebookPath, $"{text[..from]}\"design\": {design},{text[to..]}");
    }
}
