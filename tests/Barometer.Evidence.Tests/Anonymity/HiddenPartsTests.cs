using Barometer.Evidence.Tests.Pack;

namespace Barometer.Evidence.Tests.Anonymity;

/// <summary>
/// Whatever a cell releases and shows, it goes through when a part of it is hidden by the joint decision, which comes after the cell was written: nothing of it fails, and
/// what follows from the hidden part is hidden with it.
/// </summary>
public partial class HiddenPartsTests
{
    private const string Operational = "operational-2018";
    private static readonly string Data = Barometer.Analysis.Loading.DataFolder.Find(AppContext.BaseDirectory);
    private static readonly Lazy<Dictionary<string, Survey>> Surveys = new(() => new() { [Operational] = SurveyReader.Read(Data, Operational) });
    private static readonly string[] Values = ["value_quality", "value_efficiency", "value_employees"];

    // Each kind of release, with every form that a cell can show it in.
    private static readonly Dictionary<string, Func<Workbench, BarometerDesign, IEnumerable<Displayable>>> Kinds = new(StringComparer.Ordinal)
    {
        ["shares by group"] = (barometer, design) => barometer.Release(design.Proportion("innovated", by: "size_group"), id: "x") is var x
            ? [x, x.Bars(), x.Dots(), x.Dumbbell("under_20", "from_50"), x.Sentence("{innovated@under_20}, {innovated@under_20:rank}, {times(innovated@under_20, innovated)}", "{innovated}"), Read(x)] : [],
        ["headlines"] = (barometer, design) => [barometer.Headlines("h", barometer.Release(design.Proportion("innovated"), id: "x"), barometer.Release(design.Proportions(Values), id: "y"))],
        ["shares beside unweighted ones"] = (barometer, design) =>
            [barometer.Release(design.Proportion("innovated", by: "size_group"), id: "x").Beside(barometer.Release(barometer.Survey(Operational).Unweighted().Proportion("innovated", by: "size_group"), id: "y"))],
        ["shares of two releases"] = (barometer, design) => barometer.Release(design.Proportion("innovated", by: "size_group"), id: "x") is var x && barometer.Release(design.Where("region", "west").Proportion("innovated", by: "size_group"), id: "y") is var y
            ? [x.Dumbbell(y, new("Vest", "West"), new("Alle", "All")), x.Sentence("{x/innovated}, {y/innovated}", "{x/innovated}", y)] : [],
        ["answers"] = (barometer, design) => barometer.Release(design.Proportion("evaluated"), id: "x") is var x ? [x, x.Bars(), x.Stacked()] : [],
        ["items"] = (barometer, design) => barometer.Release(design.Proportions(Values), id: "x") is var x ? [x, x.Bars(), barometer.StatedSums("sums", x)] : [],
        ["a battery"] = (barometer, design) => barometer.Release(design.Battery("culture"), id: "x") is var x && barometer.Release(design.NetBalance("culture"), id: "y") is var y ? [x, x.Likert(), x.Likert(y), x.Stacked(), y, y.AroundZero()] : [],
        ["a difference"] = (barometer, design) => barometer.Release(design.Difference("innovated", "size_group", "from_50", "under_20"), id: "x") is var x
            ? [x, x.AroundZero(), x.Forest(), x.Sentence("{innovated}, {innovated:chance}", "{innovated}")] : [],
        ["a contrast"] = (barometer, design) => [barometer.Release(design.Contrast("innovated", "size_group", new Dictionary<string, double> { ["from_50"] = 1, ["under_20"] = -1 }), id: "x")],
        ["a difference of items"] = (barometer, design) => [barometer.Release(design.ItemDifference("value_quality", "value_efficiency"), id: "x").AroundZero()],
        ["a median"] = (barometer, design) => barometer.Release(design.Quantile("employees", 0.5, by: "size_group"), id: "x") is var x ? [x, x.Dots()] : [],
        ["a mean and totals"] = (barometer, design) => [barometer.Release(design.Mean("employees", by: "size_group"), id: "x"), barometer.Release(design.Total("employees"), id: "y"), barometer.Release(design.TotalWith("innovated"), id: "z")],
        ["numbers of answers"] = (barometer, design) => [barometer.Release(design.Count(by: ["size_group", "partner_private"]), id: "x")],
        ["a scale"] = (barometer, design) => design.Scale("culture") is var scale
            ? [barometer.Release(scale.Means(), id: "x"), barometer.Release(scale.Correlations(), id: "y"), barometer.Release(scale.Alpha(), id: "z"), barometer.Release(scale.StandardDeviations(), id: "sd"), barometer.Release(scale.Omega(), id: "omega")] : [],
        ["a model"] = (barometer, design) => design.Regression("innovated", ["size_group", "agency_group"], RegressionFamily.Logistic) is var model
            ? [barometer.Release(model.Effects(), id: "x").Forest(), barometer.Release(model.OddsRatios(), id: "y").Forest(), barometer.Release(model.Margins("size_group"), id: "z").Dots(),
                barometer.Release(model.MarginDifference("size_group", "from_50", "under_20"), id: "d"), barometer.Release(model.TermTest("size_group"), id: "t")] : [],
        ["an ordinal model"] = (barometer, design) => [barometer.Release(design.OrdinalRegression("culture_risk", "size_group").OddsRatios(), id: "x").Forest()],
        ["a test"] = (barometer, design) => barometer.Release(design.Independence("innovated", "size_group"), id: "x") is var x ? [x, x.Sentence("{p}", "{p}")] : [],
        ["a t test"] = (barometer, design) => [barometer.Release(design.TTest("innovated", "size_group", "from_50", "under_20"), id: "x")],
        ["a trend"] = (barometer, design) => barometer.Release(design.Trend("innovated", "size_group"), id: "x") is var x ? [x, x.Sentence("Andelen {trend}.", "The share {trend}.")] : [],
        ["tests of equal, given and ranked numbers"] = (barometer, design) =>
        [
            barometer.Release(design.Proportion("innovated", by: "size_group").EqualityTest(), id: "x"), barometer.Release(design.RankTest("employees", "agency_group"), id: "y"),
            barometer.Release(design.GivenShares("innovated", new Dictionary<string, double> { ["yes"] = 0.5, ["no"] = 0.5 }), id: "z"),
        ],
        ["a ranking"] = (barometer, design) => [barometer.Release(design.Ranks(Values), id: "x")],
        ["a function"] = (barometer, design) => barometer.Release(design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20"), id: "x") is var x ? [x, x.Sentence("{number}, {number:value}", "{number}")] : [],
        ["a cross table"] = (barometer, design) => barometer.Release(design.CrossTable("size_group", "innovated", PercentOf.Row), id: "x") is var x
            ? [x, x.Table(intervals: true), x.Shares.Bars(), x.Sentence("{innovated=yes@under_20}", "{innovated=yes@under_20}")] : [],
        ["response"] = (barometer, design) => barometer.Release(barometer.Survey(Operational).ResponseCounts("size_group"), id: "x") is var x && barometer.Release(barometer.Survey(Operational).ResponseCounts(), id: "y") is var y
            ? [x, x.Funnel(), barometer.ResponseTable("t", x), barometer.ResponseFunnel("f", y), barometer.Representativity("r", barometer.Survey(Operational).Design().StratifiedBy("size_group").WeightedByInvitation(), x), barometer.Release(barometer.Survey(Operational).ResponseRates("size_group"), id: "z").Bars()] : [],
        ["schemes"] = (barometer, design) => barometer.Schemes(barometer.Survey(Operational), new("unweighted", "Uvektet", "Unweighted", barometer.Survey(Operational).Unweighted()), new("chosen", "Valgt", "Chosen", design) { IsChosen = true }) is var schemes
            && barometer.Release(barometer.Survey(Operational).ResponseCounts("size_group"), id: "counts") is var counts
            ? [schemes.Share("innovated", "x"), schemes.Share("innovated", "y").Dots(), schemes.Balance("balance", counts), schemes.Balance("again", counts).Dots("size_group")] : [],
        ["checks"] = (barometer, design) =>
        [
            barometer.Check("NOS18-INN-A", barometer.Release(design.Proportion("innovated"), id: "x")), barometer.Checks(),
        ],
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Show_PartOfItIsHiddenAfterwards_GoesThrough(string kind)
    {
        var journal = new List<JournalEntry>();
        Show(kind, ReleaseLedger.Empty, journal.Add);
        Assert.NotEmpty(journal);
        foreach (var most in new[] { 1, int.MaxValue })
        {
            var released = new List<JournalEntry>();
            var ledger = Hiding(journal, most);

            var shown = Show(kind, ledger, released.Add);

            Assert.All(released, one => Assert.Equal(ledger.Find(one.Entry.Id)!.Cells.Select(cell => cell.Status), one.Entry.Cells.Select(cell => cell.Status)));
            Assert.All(shown, text => Assert.DoesNotContain("NaN", text, StringComparison.Ordinal));
            Assert.Contains(shown, text => text.Contains("kan ikke ", StringComparison.Ordinal) || text.Contains("skjult", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pack_OfWhatFollowsFromHiddenNumbers_HasNoneOfThem()
    {
        string[] kinds = ["a test", "a trend", "a ranking", "a function", "a cross table"];
        foreach (var kind in kinds)
        {
            var journal = new List<JournalEntry>();
            Show(kind, ReleaseLedger.Empty, journal.Add);
            new WorkbenchSetting { Data = Data, Surveys = Surveys.Value, Ledger = Hiding(journal, 1) }.Apply();
            var barometer = Workbench.Open();
            var shown = Kinds[kind](barometer, barometer.Design(Operational)).ToList();
            var exhibit = PackSample.Exhibit("15-own", "x", shown[0]);
            Array.ForEach([.. shown.OfType<Sentence>()], sentence => exhibit.Add(sentence.Text));
            var pack = new EvidencePack([new PackTheme(new("Egne", "Own"), [exhibit])], new PackOrigin(Data, null));

            Assert.Contains(EvidencePack.Document, pack.Files().Select(file => file.Name));
            Assert.All(EvidenceNumbers.Of(exhibit.Numbers).Where(number => number.Status == ":"), number =>
                Assert.Equal((null, null, null, null, null, false), (number.Value, number.Lower, number.Upper, number.Steps, number.Base, number.IsBound)));
            Assert.Contains(EvidenceNumbers.Of(exhibit.Numbers), number => number.Status == ":" && (kind == "a cross table" || number.Id.EndsWith("/p", StringComparison.Ordinal) || number.Id.EndsWith("/rank", StringComparison.Ordinal) || number.Id.EndsWith("/function", StringComparison.Ordinal)));
            Assert.All(shown.OfType<Sentence>(), sentence => Assert.StartsWith("Setningen kan ikke siteres", sentence.Text.Nb, StringComparison.Ordinal));
        }
    }

    // The first so many numbers of each release that are held to the rules are hidden.
    private static ReleaseLedger Hiding(List<JournalEntry> journal, int most) => new(journal.Select(one => one.Entry with
    {
        Cells = [.. one.Entry.Cells.Select((cell, i) => one.CellOfClaim.Take(most).Contains(i) ? cell with { Status = CellStatus.Suppressed } : cell)],
    }));

    private static IReadOnlyList<string> Show(string kind, ReleaseLedger ledger, Action<JournalEntry> released)
    {
        new WorkbenchSetting { Data = Data, Surveys = Surveys.Value, Ledger = ledger, Released = released, IsDecidedAfterwards = true }.Apply();
        var barometer = Workbench.Open();
        return [.. Kinds[kind](barometer, barometer.Design(Operational)).SelectMany(one => new[] { one.ToHtml(), one.ToString()!, one.StoredHtml(Language.En) }).Select(text => Picture().Replace(text, ""))];
    }

    // A data frame is computed with, not shown.
    private static ReleasedEstimates Read(ReleasedEstimates released) => released.ToDataFrame().Rows.Count == released.Released.Content.Estimates.Count ? released : throw new InvalidOperationException("Rows are missing.");

    [System.Text.RegularExpressions.GeneratedRegex("data:[^\"]*;base64,[^\"]*")]
    private static partial System.Text.RegularExpressions.Regex Picture();
}
