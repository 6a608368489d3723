using Barometer.Analysis.Anonymity.Alternatives;
using static Barometer.Analysis.Tests.Anonymity.Releases.ScaleSurvey;

namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// Batteries and proportional odds models of made-up surveys: what a release shows of them, and that what it shows leaves open how single
/// respondents answered.
/// </summary>
public class ReleaseScaleTests
{
    [Fact]
    public void Release_Means_AreBoundByTheNumberOfEachAnswer()
    {
        var released = Release(Design(400).Scale([.. Items]).Means(by: "group"));

        Assert.All(released.Estimates, one => Assert.Equal(CellStatus.Published, one.Status));
        Assert.All(released.Estimates, one => Assert.Equal(Math.Round(one.Value, 2), one.Value));
        Assert.All(released.Estimates.Where(one => one.Groups.Count > 0 && one.Respondents < 100), one => Assert.Equal((1, null), (one.Steps!.Decimals, one.Interval)));
        Assert.Contains(released.Estimates, one => one.Respondents < 100);

        // Three of four hundred gave the lowest answer to the first item: how many is not to be told, nor what follows from it.
        var rare = Release(Design(400, (row, item, answer) => item == 0 && answer == 0 && row > 12 ? 1 : answer).Scale([.. Items]).Means());
        Assert.Equal([CellStatus.Suppressed, CellStatus.Published, CellStatus.Published, CellStatus.Published], rare.Estimates.Select(one => one.Status));
    }

    [Fact]
    public void Release_MeanOfAGroupThatAllAgrees_IsHidden()
    {
        var released = Release(Design(400, (row, item, answer) => item == 1 && Group(row) == 2 ? 4 : answer).Scale([.. Items]).Means(by: "group"));

        Assert.NotEqual(CellStatus.Published, released.Estimates.Single(one => one.Outcome.Variable == "i2" && one.Groups is [{ Code: "c" }]).Status);
        Assert.Contains(released.Estimates, one => one.Outcome.Variable == "i2" && one.Groups.Count > 0 && one.Groups[0].Code != "c" && one.Status != CellStatus.Published);
    }

    [Theory]
    [InlineData("sd")]
    [InlineData("correlation")]
    [InlineData("rest")]
    [InlineData("alpha")]
    [InlineData("omega")]
    public void Release_OfFewRespondents_ShowsNoSpreadAndNoCorrelation(string what)
    {
        // Groups of about 199, 134 and 66 answers.
        var scale = Design(400).Scale([.. Items]);
        var released = Release(what switch
        {
            "sd" => scale.StandardDeviations("group"),
            "correlation" => scale.Correlations("group"),
            "rest" => scale.ItemRestCorrelations("group"),
            "alpha" => scale.Alpha("group"),
            _ => scale.Omega("group"),
        });

        Assert.All(released.Estimates.Where(one => one.Groups is [{ Code: "c" }]), one => Assert.True(one.Status != CellStatus.Published && double.IsNaN(one.Value) && one.Interval is null && one.Respondents is null));
        Assert.Contains(released.Estimates, one => one is { Groups: [], Status: CellStatus.Published });
        Assert.All(Release(Design(99).Scale([.. Items]).StandardDeviations()).Estimates, one => Assert.NotEqual(CellStatus.Published, one.Status));
    }

    [Fact]
    public void Release_Correlations_HaveOneDecimalAndLimitsFromWhatIsShown()
    {
        var design = Design(400);
        var released = Release(design.Scale([.. Items]).Correlations());
        var own = design.Engine.Scale([.. Items]).Correlations();

        Assert.All(released.Estimates.Zip(own.Estimates), pair =>
        {
            Assert.Equal(Math.Round(pair.Second.Value, 1, MidpointRounding.AwayFromZero), pair.First.Value);
            Assert.Equal((1, true), (pair.First.Steps!.Decimals, pair.First.IsGeneralised));
            var (least, most) = (GeneralisedVariance.CorrelationInterval(pair.First.Value - 0.05, 400, 1)!, GeneralisedVariance.CorrelationInterval(pair.First.Value + 0.05, 400, 1)!);
            Assert.Equal((Math.Round(least.Lower, 2), Math.Round(most.Upper, 2)), (pair.First.Interval!.Lower, pair.First.Interval.Upper));
            Assert.True(pair.First.Interval.Lower < pair.Second.Interval!.Lower && pair.First.Interval.Upper > pair.Second.Interval.Upper); // too wide rather than too narrow
        });
    }

    [Fact]
    public void Release_Alpha_HasTwoDecimalsOfManyAndOneOfFewer()
    {
        var many = Release(Design(400).Scale([.. Items]).Alpha()).Estimates[0];
        var fewer = Release(Design(240).Scale([.. Items]).Alpha()).Estimates[0];

        Assert.Equal((2, 1), (many.Steps!.Decimals, fewer.Steps!.Decimals));
        Assert.Equal(Math.Round(fewer.Value, 1), fewer.Value);
        Assert.Equal(Math.Round(GeneralisedVariance.AlphaInterval(many.Value - 0.005, 4, 400, 1)!.Lower, 2), many.Interval!.Lower);
        Assert.Equal(Math.Round(GeneralisedVariance.AlphaInterval(many.Value + 0.005, 4, 400, 1)!.Upper, 2), many.Interval.Upper);
        Assert.Null(Release(Design(400).Scale([.. Items]).Omega()).Estimates[0].Interval);
    }

    [Fact]
    public void Release_CorrelationOfItemsThatAreOne_IsHidden()
    {
        // All but three gave the same answer to both: who knows one knows the other.
        var design = Design(300, (row, item, answer) => item == 1 && row > 2 ? Answers[row][0] : answer);

        Assert.Equal(CellStatus.Suppressed, Release(design.Scale(["i1", "i2"]).Correlations()).Estimates[0].Status);
        Assert.Equal(CellStatus.Suppressed, Release(design.Scale(["i1", "i2"]).Alpha()).Estimates[0].Status);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    public void Release_CorrelationOfTwoAnswers_IsHidden(int n)
    {
        // Beside the number of each answer it is the number of those who gave both.
        var design = Design(n, (_, _, answer) => answer < 2 ? 0 : 1, ["1", "2"]);
        var value = design.Engine.Scale(["i1", "i2"]).Correlations().Estimates[0].Value;
        var (first, second) = (Codes(design, "i1"), Codes(design, "i2"));
        var (a, b, both) = (first.Sum(), second.Sum(), first.Zip(second, (x, y) => x * y).Sum());
        Assert.Equal(((both / (double)n) - (a * b / (double)(n * n))) / Math.Sqrt(a * (n - a) * (b * (n - b) / Math.Pow(n, 4))), value, 1e-12);

        Assert.Equal(CellStatus.Suppressed, Release(design.Scale(["i1", "i2"]).Correlations()).Estimates[0].Status);
        Assert.Equal(CellStatus.Suppressed, Release(design.Scale([.. Items]).Alpha()).Estimates[0].Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Release_OfAWholeScale_IsTheSameForOtherAnswers(int more)
    {
        // For each number of those who gave an answer to the first item and one to the second: other answers with one more, and with one fewer, of
        // which everything that releases show of the scale is the same. A swap of two respondents' answers leaves the number of each answer as it is.
        var shown = Shown(Answers);
        var cells = Enumerable.Range(0, 25).Select(cell => (First: cell / 5, Second: cell % 5)).ToList();
        Assert.Contains(cells, cell => Count(Answers, cell) < 5); // that may not be told

        Assert.All(cells, cell => Assert.True(
            (more < 0 && Count(Answers, cell) == 0) || Others(cell).Any(rows => Count(rows, cell) == Count(Answers, cell) + more && Shown(rows) == shown), $"{cell}"));

        static int Count(int[][] rows, (int First, int Second) cell) => rows.Take(400).Count(row => row[0] == cell.First && row[1] == cell.Second);

        static string Shown(int[][] rows)
        {
            var scale = Design(400, (row, item, _) => rows[row][item]).Scale([.. Items]);
            return string.Join(" ", new[] { scale.Means(), scale.StandardDeviations(), scale.Correlations(), scale.ItemRestCorrelations(), scale.Alpha(), scale.Omega() }
                .SelectMany(table => Release(table).Estimates).Select(one => FormattableString.Invariant($"{one.Value} {one.Interval?.Lower} {one.Interval?.Upper}")));
        }

        IEnumerable<int[][]> Others((int First, int Second) cell)
        {
            // One fewer: an answer that is given is swapped for another; one more: another for that.
            var mine = Enumerable.Range(0, 400).Where(row => Answers[row][0] == cell.First && (Answers[row][1] == cell.Second) == more < 0);
            var theirs = Enumerable.Range(0, 400).Where(row => Answers[row][0] != cell.First && (Answers[row][1] == cell.Second) == more > 0);
            return from one in mine.OrderBy(row => Math.Abs(Answers[row][1] - cell.Second)).Take(6)
                   from other in theirs.OrderBy(row => Math.Abs(Answers[row][1] - cell.Second) + Math.Abs(Answers[row][0] - cell.First)).Take(6)
                   select (int[][])[.. Answers.Select((answers, row) => row == one || row == other ? [answers[0], Answers[row == one ? other : one][1], .. answers[2..]] : answers)];
        }
    }

    [Fact]
    public void Audit_OfAScaleBesideTablesOfItsItems_FindsNothing()
    {
        var survey = Make(400);
        var session = new ReleaseSession(Policies.Standard, survey.Codebook);
        var (design, scale) = (survey.Unweighted(), survey.Unweighted().Scale([.. Items]));
        UnreleasedTable[] tables =
        [
            design.Proportion("i1", by: "group"), design.Proportion("i1", by: "i2"), scale.Means("group"), scale.StandardDeviations("group"), scale.Correlations("group"),
            scale.ItemRestCorrelations(), scale.Alpha("group"), scale.Omega(), design.OrdinalRegression("i3", "group").OddsRatios(),
        ];

        var audit = new ReleaseAudit(Policies.Standard);
        var found = audit.Attack([.. tables.Select((table, i) => Journals.Of(table, session.Release(table, $"t{i}"), survey.Codebook))]);

        Assert.Empty(found);
        Assert.True(audit.Attacked > 0);
    }

    [Fact]
    public void Proof_OfAScale_FindsOtherAnswersThatShowTheSame()
    {
        var survey = Make(150);
        var proof = new AlternativeProof([survey], Policies.Standard, (given, _) =>
        {
            var released = new List<JournalEntry>();
            var session = new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, released.Add, [survey.Codebook]);
            var scale = given[survey.Id].Unweighted().Scale(["i1", "i2", "i3"]);
            foreach (var (i, table) in ((UnreleasedTable[])[scale.Means(), scale.Correlations(), scale.Alpha()]).Index())
            {
                session.Release(table, $"t{i}");
            }

            return new Recomputed([], released);
        }).Run(24, progress: null, TestContext.Current.CancellationToken);

        Assert.True(proof.Worlds > 0);
        Assert.Contains(proof.Parts[0].Facts.All.Index(), fact => proof.Parts[0].Facts.Exists[fact.Index] && proof.Parts[0].IsProven(fact.Index));
    }

    [Fact]
    public void Release_OddsRatiosOfAnOrderedAnswer_AreBoundByTheWholeCrossing()
    {
        var design = Design(400);

        var one = Release(design.OrdinalRegression("i1", "group").OddsRatios());
        var two = Release(design.OrdinalRegression("i1", ["group", "side"]).OddsRatios());
        var rare = Release(Design(400, (row, item, answer) => item == 0 && answer == 4 && Group(row) == 2 && row > 60 ? 3 : answer).OrdinalRegression("i1", "group").OddsRatios());

        var own = design.Engine.OrdinalRegression("i1", "group").Coefficients.Select(coefficient => Math.Round(coefficient.Ratio, 2, MidpointRounding.AwayFromZero));
        Assert.Equal(own, one.Estimates.Select(estimate => estimate.Value));
        Assert.All(two.Estimates, estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status)); // few of the smallest group on one side
        Assert.All(rare.Estimates, estimate => Assert.True(double.IsNaN(estimate.Value)));
    }

    [Fact]
    public void Release_TermTestOfAnOrderedAnswer_GoesWithItsOddsRatios()
    {
        var design = Design(400);

        var test = new ReleaseSession(Policies.Standard).Release(design.OrdinalRegression("i1", "group").TermTest("group"), "x").Content;

        Assert.InRange(design.Engine.OrdinalRegression("i1", "group").TermTest("group").PValue, 0.1, 1);
        Assert.Equal((1, true), (test.PValue, test.IsBound)); // a class, since a group has 67 respondents
        Assert.Equal(CellStatus.Suppressed, new ReleaseSession(Policies.Standard).Release(design.OrdinalRegression("i1", ["group", "side"]).TermTest("side"), "x").Content.Status);
    }

    [Fact]
    public void OddsRatios_OfANumber_AreRefused() =>
        Assert.Throws<BarometerException>(() => Design(200).OrdinalRegression("i1", "staff").OddsRatios());

    [Fact]
    public void Scale_BeforeItsRelease_ShowsANotice()
    {
        var scale = Design(200).Scale([.. Items]);

        Assert.Contains("Ikke frigitt", scale.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("Ikke frigitt", scale.Alpha().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("Ikke frigitt", Design(200).OrdinalRegression("i1", "group").ToHtml(), StringComparison.Ordinal);
        Assert.Equal(("Cronbachs alfa: i1, i2, i3 og i4", "Cronbach's alpha: i1, i2, i3 and i4"), (scale.Alpha().Title.Nb, scale.Alpha().Title.En));
        Assert.EndsWith("who answered all of the questions", scale.Alpha().Heading.Universe.En, StringComparison.Ordinal);
    }

    private static int[] Codes(BarometerDesign design, string item) => design.Engine.Data.Categorical(item).Codes.ToArray();

    private static ReleasedTable Release(UnreleasedTable table) => new ReleaseSession(Policies.Standard).Release(table, "x").Content;

    private static BarometerDesign Design(int n, Func<int, int, int, int>? change = null, string[]? codes = null) => Make(n, change, codes).Unweighted();
}
