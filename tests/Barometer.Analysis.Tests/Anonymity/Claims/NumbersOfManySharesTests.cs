using Barometer.Analysis.Tests.Anonymity.Alternatives;
using static Barometer.Analysis.Tests.Anonymity.MadeUp;

namespace Barometer.Analysis.Tests.Anonymity.Claims;

/// <summary>Numbers that follow from several weighted shares tell these: adjusted shares of a model, means of answers, p-values. All counts are synthetic.</summary>
public class NumbersOfManySharesTests
{
    // Four of nine and three of eight in the first half, of which the weighted share is 39 per cent: with these weights only two pairs of counts have that.
    private static readonly StratifiedSurvey Few = new([14, 40, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42], [9, 8, .. Enumerable.Repeat(12, 10)], [4, 3, 3, 4, 5, 6, 7, 8, 3, 4, 5, 6]);

    [Fact]
    public void Release_AModelOfOneGrouping_IsHiddenWhereTheSharesAre()
    {
        var design = Design(Few);
        var model = design.Regression(StratifiedSurvey.Question, "half", RegressionFamily.Logistic);
        Assert.Equal(CellStatus.Suppressed, Release(Few, design.Proportion(StratifiedSurvey.Question, by: "half", category: "yes")).Estimates[0].Status);

        Assert.All(
            new[] { model.Margins("half"), model.MarginDifference("half", "ab", "cd"), model.Effects(), model.OddsRatios() }.SelectMany(table => Release(Few, table).Estimates),
            estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status));
    }

    [Fact]
    public void Release_MeanOfTwoAnswersBesideTheirUnweightedShare_IsHiddenWhereTheWeightedShareIs()
    {
        // A hundred and thirty who weigh very differently; three of the thirty gave the second answer.
        var survey = Make([120, 900], [100, 30], [40, 3]);
        var (design, session) = (survey.Design().StratifiedBy("stratum"), Session());
        Assert.Equal(CellStatus.Suppressed, session.Release(design.Proportion("first", category: "2"), "share").Content.Estimates[0].Status);

        session = Session();
        var means = session.Release(design.Scale(["first", "second"]).Means(), "means").Content;
        Assert.Equal([CellStatus.Suppressed, CellStatus.Published], means.Estimates.Select(estimate => estimate.Status));

        ReleaseSession Session()
        {
            var one = new ReleaseSession(Policies.Standard, survey.Codebook);
            Assert.Equal(CellStatus.Published, one.Release(survey.Unweighted().Proportion("first", category: "2"), "unweighted").Content.Estimates[0].Status);
            return one;
        }
    }

    [Fact]
    public void Release_PValueOfSmallGroups_IsAClassHoweverManyThereAreInAll()
    {
        // The shares of the halves and of everybody leave 3 633 vectors of counts; the p-value in three decimals would leave 29, and those of four more tests four.
        var small = new StratifiedSurvey([41, 97, 33, 58, 77, 121], [30, 30, 19, 19, 19, 19], [3, 20, 8, 11, 6, 9]);
        var large = small with { Units = [.. small.Units.Select(units => 3 * units)], Respondents = [.. small.Respondents.Select(count => 3 * count)], Yes = [.. small.Yes.Select(count => 3 * count)] };
        Assert.False(Release(small, Design(small).Proportion(StratifiedSurvey.Question, by: "half", category: "yes")).Estimates[^1].IsGeneralised);

        Assert.All(Tests(Design(small))[..3], test => Assert.True(Released(small, test).IsBound));
        Assert.All(Tests(Design(large)).Where((_, i) => i is 1 or 3), test => Assert.Equal((Math.Round(test.PValue, 3), false), (Released(large, test).PValue, Released(large, test).IsBound)));

        static ReleasedPValue Released(StratifiedSurvey of, UnreleasedTest test) => new ReleaseSession(Policies.Standard, of.Make().Codebook).Release(test, "p").Content;

        static UnreleasedTest[] Tests(BarometerDesign design) =>
        [
            design.Independence(StratifiedSurvey.Question, "half"), design.TTest(StratifiedSurvey.Question, "half", "ab", "cd", "yes"),
            design.Proportion(StratifiedSurvey.Question, by: "half", category: "yes").EqualityTest(), design.Regression(StratifiedSurvey.Question, "half", RegressionFamily.Logistic).TermTest("half"),
        ];
    }

    private static BarometerDesign Design(StratifiedSurvey of) => of.Make().Design().StratifiedBy("stratum").WithFinitePopulation();

    private static ReleasedTable Release(StratifiedSurvey of, UnreleasedTable table) => new ReleaseSession(Policies.Standard, of.Make().Codebook).Release(table, "x").Content;

    // Two items with two answers; the second is answered alike in both strata.
    private static Survey Make(int[] units, int[] respondents, int[] second)
    {
        int[] Rows(int[] counts) => [.. counts.SelectMany((count, stratum) => Enumerable.Repeat(stratum, count))];
        Column Strata(int[] counts) => new CategoricalColumn("stratum", ["s0", "s1"], Rows(counts));
        Column Item(string name, IEnumerable<int> codes) => new CategoricalColumn(name, ["1", "2"], [.. codes], ordered: true) { IsConfidential = true };
        return new Survey
        {
            Codebook = Codebook(
                [Categorical("first", DisclosureRole.Sensitive, "1", "2") with { Ordered = true }, Categorical("second", DisclosureRole.Sensitive, "1", "2") with { Ordered = true }],
                [Categorical("stratum", DisclosureRole.Group, "s0", "s1"), Agency]),
            IsSynthetic = true,
            Frame = new DataSet("frame", [Strata(units)]),
            Responses = new DataSet("responses",
            [
                Strata(respondents),
                new TextColumn("agency", [.. Rows(respondents).Select((_, row) => FormattableString.Invariant($"V{row}"))]),
                Item("first", respondents.SelectMany((count, stratum) => Enumerable.Range(0, count).Select(i => i < second[stratum] ? 1 : 0))),
                Item("second", Rows(respondents).Select((_, row) => row % 2)),
            ]),
        };
    }
}
