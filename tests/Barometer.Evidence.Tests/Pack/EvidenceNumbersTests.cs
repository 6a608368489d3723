using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Evidence.Tests.Pack;

public class EvidenceNumbersTests
{
    private static readonly Workbench Barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));
    private static readonly BarometerDesign Workplaces = Barometer.Design("operational-2018");
    private static readonly Lazy<EvidenceDocument> Document = new(Make);

    [Fact]
    public void Share_OfAGroupInADomain_SaysGroupDomainBaseWeightingIntervalAndSteps()
    {
        var number = Find("domain/partner_private=yes@under_20");

        Assert.Equal(("share", "size_group", "under_20", "Størrelse"), (number.Measure, number.Groups[0].Variable, number.Groups[0].Code, number.Groups[0].Name?.Nb));
        Assert.Equal(("partner_private", "yes"), (number.Outcome!.Variable, number.Outcome.Code));
        Assert.Equal(("region", "Region: Oslo and Akershus"), (number.Population!.Domain.Single().Variable, number.Population.Domain[0].Label.En));
        Assert.Equal(["oslo_akershus"], number.Population.Domain[0].Codes);
        Assert.Equal(("asked", "innovated", "yes"), (number.Population.Answers, number.Population.AskedIf!.Variable, number.Population.AskedIf.Codes.Single()));
        Assert.Equal(new EvidenceSteps(0.01m, 0.01m, 1, 10), number.Steps); // of few answers: whole per cent
        Assert.Equal(new EvidenceSteps(0.001m, 0.01m, 1, 10), Find("plain/innovated=yes").Steps);
        Assert.Equal(("generalised", "shown"), (number.IntervalMethod, Document.Value.Intervals[number.IntervalMethod!].MadeOf));
        Assert.Equal(("t", "answers"), (Find("effects/innovated=yes@from_50").IntervalMethod, Document.Value.Intervals["t"].MadeOf));
        Assert.True(number is { Base: > 0, Respondents: > 0, IsPercent: true, Status: "published" });
    }

    [Fact]
    public void Weighting_OfTheChosenDesign_SaysBaseStrataStepsAndVariance()
    {
        var weighting = Document.Value.Weightings[Find("domain/partner_private=yes").Weighting!];

        Assert.Equal(("respondents", "linearised", true, true), (weighting.Base, weighting.Variance, weighting.HasFinitePopulation, weighting.IsWeighted));
        Assert.Equal(["agency_group", "size_band"], weighting.Strata);
        Assert.Equal(["ministry_area", "agency_group", "size_band"], weighting.Steps.Single().Variables);
        Assert.Equal("raking", weighting.Steps[0].Kind);
        Assert.False(Document.Value.Weightings[Find("plain/innovated=yes").Weighting!].IsWeighted);
    }

    [Fact]
    public void Effect_OfAModel_SaysReferenceAndPredictors()
    {
        var number = Find("effects/innovated=yes@from_50");

        Assert.Equal(("difference", "under_20"), (number.Measure, number.Groups.Single().Reference));
        Assert.Equal(("logistic", "size_group,region"), (number.Model!.Family, string.Join(',', number.Model.Predictors)));
    }

    [Fact]
    public void Difference_OfTwoGroups_SaysBothWithTheirCoefficients() =>
        Assert.Equal("+1·from_50 -1·under_20", Document.Value.Numbers.Single(number => number.Release.Id == "difference").Groups.Single().Code);

    [Fact]
    public void Test_PValue_SaysTestGroupsAndStepAndWhatItCompares()
    {
        var number = Find("trend/p");

        Assert.Equal(("p-value", "Trend test", 0.001m), (number.Measure, number.Test!.En, number.Steps!.Value));
        Assert.Equal(["under_20", "from_20", "from_50"], number.Groups.Select(group => group.Code));
        Assert.Equal("innovated", number.Outcome!.Variable);
        Assert.Equal("share", Find("trend/innovated=yes@from_50").Measure); // released with the test, shown by nothing
        Assert.Null(Find("trend/innovated=yes@from_50").Exhibit);
    }

    [Fact]
    public void Ranking_Ranks_StandBesideTheirShares()
    {
        var (share, rank) = (Find("ranks/factor_leader=promoted_strongly"), Find("ranks/factor_leader=promoted_strongly/rank"));

        Assert.Equal(("share", "rank", 0.95m), (share.Measure, rank.Measure, rank.Level));
        Assert.True(rank.Lower <= rank.Value && rank.Value <= rank.Upper);
    }

    [Fact]
    public void RoundedCount_Released_SaysSo() => Assert.Contains(Document.Value.Numbers, number => number is { Status: "rounded", Measure: "count", Release.Id: "counts" });

    [Fact]
    public void TableOfTwoReleases_Cells_SayWhatTheyAreWorkedOutFrom()
    {
        var number = Find("domain-compared/difference/1");

        Assert.Equal(["domain-unweighted", "domain"], number.DerivedFrom);
        Assert.Equal(("cell", "under_20", "partner_private", 1m), (number.Measure, number.Groups.Single().Code, number.Outcome!.Variable, number.Steps!.Value));
        Assert.Null(number.Weighting);
    }

    [Fact]
    public void Interval_ThatStandsInWithoutVariance_IsToldAsTheDesigns()
    {
        var method = new EstimationMethod { Intervals = IntervalMethod.Wilson };

        Assert.Equal("wilson", Intervals.Name(new ConfidenceInterval(0, 1, 0.95, "wilson, n_eff = n"), method));
        Assert.Equal("logit", Intervals.Name(new ConfidenceInterval(0, 1, 0.95, "beta, n_eff = n"), null));
        Assert.Equal("t", Intervals.Name(new ConfidenceInterval(0, 1, 0.95, "t"), method));
    }

    [Fact]
    public void Document_Written_FollowsItsSchemaInEveryPart()
    {
        var schema = new JsonSchema(Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "evidence.schema.json"))));
        var text = EvidenceJson.Write(Document.Value);

        Assert.Empty(schema.Faults(Parse(text)));
        Assert.NotEmpty(schema.Faults(Changed(text, number => number.Remove("weighting"))));
        Assert.NotEmpty(schema.Faults(Changed(text, number => number["hash"] = "1")));
        Assert.NotEmpty(schema.Faults(Changed(text, number => number["steps"]!["value"] = "one")));
    }

    private static EvidenceNumber Find(string id) => Document.Value.Numbers.Single(number => number.Id == id);

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;

    private static JsonElement Changed(string text, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(text)!;
        change(root["numbers"]![0]!.AsObject());
        return Parse(root.ToJsonString());
    }

    private static EvidenceDocument Make()
    {
        var released = new List<(string, Released<ReleasedTable>)>();
        new WorkbenchSetting { Data = DataFolder.Find(AppContext.BaseDirectory), Released = entry => released.Add(("notebook", entry.Released!)) }.Apply();
        var barometer = Workbench.Open();
        var inOslo = Workplaces.Where("region", "oslo_akershus");
        var domain = barometer.Release(inOslo.Proportion("partner_private", by: "size_group"), "domain");
        var unweighted = barometer.Release(inOslo.Unweighted().Proportion("partner_private", by: "size_group"), "domain-unweighted");
        Displayable[] shown =
        [
            domain,
            domain.Beside(unweighted),
            barometer.Release(Workplaces.Unweighted().Proportion("innovated"), "plain"),
            barometer.Release(Workplaces.Regression("innovated", ["size_group", "region"], RegressionFamily.Logistic).Effects(), "effects").Forest(),
            barometer.Release(Workplaces.Difference("innovated", "size_group", "from_50", "under_20"), "difference"),
            barometer.Release(Workplaces.Trend("innovated", "size_group"), "trend", new LocalizedText("Trend", "Trend")),
            barometer.Release(Workplaces.Ranks(["factor_leader", "factor_time", "factor_law"], category: "promoted_strongly"), "ranks"),
            barometer.Release(barometer.Survey("strategic-2018").ResponseCounts("ministry_area"), "counts", DisclosureMethod.SmallCountRounding),
        ];
        return new EvidencePack([new PackTheme(new("Alt", "All"), [.. shown.Select(one => PackSample.Exhibit("notebook", "cell", one))])], PackSample.Origin, released).Numbers();
    }
}
