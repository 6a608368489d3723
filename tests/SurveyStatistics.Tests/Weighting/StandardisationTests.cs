namespace SurveyStatistics.Tests.Weighting;

/// <summary>
/// Direct standardisation, beside the case file functions.json, against R survey 4.1-1: <c>svystandardize(design, ~size, ~area, population = table(frame$size))</c>, then <c>svyby</c> and <c>svymean</c>. Data: the
/// synthetic case baro-operational; design A is stratified, F calibrated, JA the stratified jackknife of A.
/// </summary>
public class StandardisationTests
{
    [Theory]
    [InlineData("A", 0.518080763471, 0.0159931623644, 64271.4689364, 1793.1215226, 28.4143379022, 0.800029032972)]
    [InlineData("F", 0.516365261985, 0.0158908944541, 64670, 0, 28.5481444695, 0.0925611994507)]
    [InlineData("JA", 0.518080763471, 0.016031528724, 64271.4689364, 1800.21740327, 28.4143379022, 0.819495178833)]
    public void StandardisedTo_EverybodyAsOneGroup_AsR(string id, double share, double error, double total, double totalError, double crossed, double crossedError)
    {
        var design = Design(id).StandardisedTo("size");
        var (mean, sum) = (design.Mean("inno_service").Estimates[0], design.Total("employees").Estimates[0]);
        var both = Design(id).StandardisedTo(KnownTotals.Counts(["size", "region"])).Mean("employees").Estimates[0];

        Assert.Equal([share, error, total, totalError, crossed, crossedError], [mean.Value, mean.StandardError, sum.Value, sum.StandardError, both.Value, both.StandardError], Near.Digits(6));
    }

    [Fact]
    public void StandardisedTo_OfThoseWhoAnswered_AndOfADomain_AsR()
    {
        // svystandardize(…, excluding.missing = ~q1), and svystandardize(subset(A, region == "Oslo"), ~size, ~1, …).
        var answered = Design("A").StandardisedTo("size", over: "area", answered: "q1").Mean("q1", "area").OfGroups();
        var oslo = Design("A").Where("region", "Oslo").StandardisedTo("size").Mean("inno_process").Estimates[0];

        Assert.Equal([3.46505261831, 3.6613565232, 3.67656710422, 3.63952163501, 3.23569508369, 3.55794099192, 3.54307636196, 3.83041125174], answered.Estimates.Select(one => one.Value), Near.Digits(10));
        Assert.Equal([0.112226993538, 0.148164897649, 0.0763123308835, 0.12775213334, 0.0974748348504, 0.0761238771014, 0.126772329619, 0.129295873515], answered.Estimates.Select(one => one.StandardError), Near.Digits(10));
        Assert.Equal([0.569985281467, 0.0243858285423], [oslo.Value, oslo.StandardError], Near.Digits(10));
    }

    [Fact]
    public void StandardisedTo_StatedPopulation_IsTheWeightedSumOfTheCells()
    {
        var counts = new Dictionary<string, double> { ["1-9"] = 50, ["10-49"] = 30, ["50+"] = 20 };

        var standardised = Design("A").StandardisedTo(KnownTotals.Counts("size", counts), over: "region", answered: "q1").Mean("q1", "region")["West"];

        var cells = Design("A").Where("region", "West").Mean("q1", "size").Joint();
        var sum = cells.Function("sum", x => (0.5 * x["1-9"]) + (0.3 * x["10-49"]) + (0.2 * x["50+"]));
        Assert.Equal(sum.Value, standardised.Value, 1e-10);
        Assert.Equal(sum.StandardError, standardised.StandardError, 1e-10);
    }

    [Fact]
    public void StandardisedTo_KeepsTheSumOfEachGroup_AndSaysSo()
    {
        var design = Design("A").StandardisedTo("size", over: "area");

        Assert.Equal(Design("A").TotalWith("area").Estimates.Select(one => one.Value), design.TotalWith("area").Estimates.Select(one => one.Value), Near.Digits(8));
        Assert.Equal("standardisation: size in area", design.WeightHistory[^1].ToString());
    }

    [Fact]
    public void StandardisedTo_MissingCellsOrVariables_AreRefused()
    {
        var stated = KnownTotals.Counts("size", new Dictionary<string, double> { ["1-9"] = 50, ["10-49"] = 30 });

        Refused("cells have no respondent", () => Design("A").StandardisedTo(KnownTotals.Counts(["size", "region"]), over: "area"));
        Refused("50+", () => Design("A").StandardisedTo(stated));
        Refused("nothing to standardise by", () => Design("A").StandardisedTo("size", over: "size"));
        Refused("nothing to standardise by", () => Design("A").StandardisedTo(KnownTotals.Sum("employees")));
        Refused("Not every respondent has a value for «q1#»", () => Design("A").StandardisedTo("size", over: "q1#"));
    }

    private static void Refused(string words, Func<object> use) => Assert.Contains(words, Assert.Throws<SurveyException>(use).Message, StringComparison.Ordinal);

    private static SurveyDesign Design(string id) => GoldenDesigns.Of(id == "JA" ? "baro-operational-replicates" : "baro-operational", id)!;
}
