namespace SurveyStatistics.Tests.Weighting;

/// <summary>One fault in ten thousand places is one problem with their number, and what everybody knows is named.</summary>
public class ManyFaultsTests
{
    private const int Many = 10_000;

    public static TheoryData<string> Faults => [.. Found.Keys];

    private static readonly Dictionary<string, (Action Does, string Said)> Found = new()
    {
        ["strata without respondents"] = (
            () => _ = SurveyDesign.Of(Data(0), Data([.. Enumerable.Range(0, Many + 1)])).StratifiedBy("s").Weights,
            "No one answered in 10000 strata: s = 1; s = 2; "),
        ["more respondents than units"] = (
            () => _ = SurveyDesign.Of(Data([.. Twice(0, Many)]), Data([.. Enumerable.Range(0, Many)])).StratifiedBy("s").Weights,
            "10000 strata have more respondents than population units: s = 0; "),
        ["totals that nobody has"] = (
            () => _ = SurveyDesign.Of(Data(0, 0), Data([.. Enumerable.Range(0, Many + 1)])).RakedTo("s").Weights,
            "The totals of 10000 categories can't be met: no respondent has them: s = 1; "),
        ["respondents without a total"] = (
            () => _ = SurveyDesign.Of(Data([.. Enumerable.Range(0, Many + 1)])).WeightedBy("w").RakedTo(KnownTotals.Counts("s", [(["0"], 5)])).Weights,
            "The population has nobody in 10000 categories, yet there are respondents: s = 1; "),
        ["strata that aren't pairs"] = (
            () => _ = SurveyDesign.Of(Data([.. Twice(0, Many), .. Enumerable.Range(0, Many)])).StratifiedBy("s").WeightedBy("w").Replicated(Replication.Balanced()).Mean("w"),
            "Balanced replication needs two primary sampling units in each stratum, and 10000 have another number: s = 0; "),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_InTenThousandPlaces_IsOneProblem(string fault)
    {
        var error = Assert.Throws<SurveyException>(Found[fault].Does);

        Assert.Single(error.Problems);
        Assert.StartsWith(Found[fault].Said, error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 500, error.Message);
    }

    [Fact]
    public void Fault_InOnePlace_IsToldOfIt() => Assert.StartsWith(
        "No one answered in the stratum s = 1; expected: at least one respondent in every stratum of the frame; got: 1 unit in the frame and no respondent; hint: merge it with its neighbour",
        Assert.Throws<SurveyException>(() => _ = SurveyDesign.Of(Data(0), Data(0, 1)).StratifiedBy("s").Weights).Message, StringComparison.Ordinal);

    [Fact]
    public void WithPublic_ConfidentialStratum_IsNamed()
    {
        var data = new DataSet("made up", [new CategoricalColumn("stype", ["E", "H", "M"], [0, 0, 1, 2]) { IsConfidential = true }, new NumericColumn("w", [1, 1, 1, 1])]);
        string Said(DataSet answers) => Assert.Throws<SurveyException>(() => _ = SurveyDesign.Of(answers).StratifiedBy("stype").WeightedBy("w").Weights).Message;

        Assert.StartsWith("2 strata have one sampled unit only: «stype» (not named because it could tell an answer; what everybody knows can be declared public);", Said(data), StringComparison.Ordinal);
        Assert.StartsWith("2 strata have one sampled unit only: stype = H; stype = M;", Said(data.WithPublic("stype")), StringComparison.Ordinal);
        Assert.True(data["stype"].IsConfidential);
        Assert.Contains("There is no variable «type»", Assert.Throws<SurveyException>(() => data.WithPublic("type")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithPublic_ColumnsOfEveryKind_KeepTheirValuesReasonsAndRouting()
    {
        var routing = new Routing("asked", ["yes"]);
        var data = new DataSet("made up",
        [
            new CategoricalColumn("c", ["a"], [0, -1], [MissingReason.None, MissingReason.DontKnow], ordered: true) { IsConfidential = true, Routing = routing, ReasonCodes = new Dictionary<MissingReason, string> { [MissingReason.DontKnow] = "dk" } },
            new NumericColumn("n", [1, double.NaN], [MissingReason.None, MissingReason.NotRelevant]) { IsConfidential = true, Routing = routing },
            new TextColumn("t", ["x", ""]) { IsConfidential = true },
        ]).WithPublic("c", "n", "t");

        Assert.All(data.Columns, column => Assert.False(column.IsConfidential));
        Assert.Equal([MissingReason.DontKnow, MissingReason.NotRelevant, MissingReason.NoAnswer], data.Columns.Select(column => column.MissingAt(1)));
        Assert.Equal([routing, routing, null], data.Columns.Select(column => column.Routing));
        Assert.True(data.Categorical("c").Ordered);
        Assert.Equal("dk", data.Categorical("c").ReasonCodes[MissingReason.DontKnow]);
    }

    private static IEnumerable<int> Twice(int from, int count) => Enumerable.Range(from, count).Concat(Enumerable.Range(from, count));

    private static DataSet Data(params int[] strata) => new("made up",
    [
        new CategoricalColumn("s", [.. Enumerable.Range(0, Many + 1).Select(code => FormattableString.Invariant($"{code}"))], strata),
        new NumericColumn("w", Array.ConvertAll(strata, _ => 1.0)),
    ]);
}
