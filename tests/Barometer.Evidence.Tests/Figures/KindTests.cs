using System.Text.Json;

namespace Barometer.Evidence.Tests.Figures;

public class KindTests
{
    public static TheoryData<string> Names => [.. Kinds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPlotlyJson_AnyKind_IsOneChartWithoutMarkupOfOthers(string name)
    {
        var json = Kinds.All[name]().ToPlotlyJson();

        using var chart = JsonDocument.Parse(json);
        Assert.NotEmpty(chart.RootElement.GetProperty("data").EnumerateArray());
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AltText_AnyKind_SaysTheKindAndTheTitle(string name)
    {
        var figure = Kinds.All[name]();

        Assert.Contains(figure.Title.TrimEnd('?', '.'), figure.AltText, StringComparison.Ordinal);
        Assert.EndsWith(".", figure.AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("..", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Likert_OneAnswerHidden_ShowsNothingOfTheBar()
    {
        var rows = (Shown(TestAnswers.HiddenAnswers()).Likert().Description.Chart).Rows;
        var row = rows.Single(row => row.Label == "Brukermedvirkning");

        Assert.Empty(row.Segments);
        Assert.DoesNotContain(row.Spoken, char.IsDigit);
    }

    [Fact]
    public void Likert_TwoAnswersHidden_LeavesOnePartWithoutNameOrNumber()
    {
        var rows = (Shown(TestAnswers.HiddenAnswers()).Likert().Description.Chart).Rows;
        var segments = rows.Single(row => row.Label == "De ansatte").Segments;

        Assert.Equal((null, ":"), (segments[^1].Key, segments[^1].Text));
        Assert.Equal([1, 2, 3, 4, 6, null], segments.Select(segment => segment.Key));
        Assert.All(segments.Take(4).Zip(segments.Skip(1).Take(3)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(segments[^2].To, segments[^1].From);
    }

    [Fact]
    public void Likert_ScaleOfTwoEnds_IsAlignedAtItsMiddleAndReasonsStandApart()
    {
        var chart = Shown(TestAnswers.Distribution(14)).Likert(Shown(TestAnswers.Balances(14))).Description.Chart;

        Assert.All(chart.Rows.Select(row => row.Segments.Single(segment => segment.Key == 2)), middle => Assert.Equal(0, middle.From + middle.To, 6));
        var apart = chart.Rows.Select(row => row.Segments.Single(segment => segment.Key == 5).From).Distinct().ToList();
        Assert.All(chart.Rows, row => Assert.True(row.Segments.Single(segment => segment.Key == 4).To < Assert.Single(apart)));
        Assert.All(chart.Axis.Ticks, tick => Assert.DoesNotContain('−', tick.Label));
    }

    [Fact]
    public void Likert_HiddenAnswers_AxisKnowsNothingOfABarThatIsNotDrawn()
    {
        var all = TestAnswers.HiddenAnswers();
        var drawn = all.With(all.Content.Estimates.Where(one => one.Outcome.Variable != "factor_2"));

        Assert.Equal(Shown(drawn).Likert().Description.Chart.Axis.Max, Shown(all).Likert().Description.Chart.Axis.Max);
    }

    [Fact]
    public void Likert_WithNet_StandsByTheNetBalance()
    {
        var chart = Shown(TestAnswers.Distribution(14)).Likert(Shown(TestAnswers.Balances(14))).Description.Chart;

        Assert.Equal("Ledelsen", chart.Rows[0].Label);
        Assert.Equal("+61 (57–65)", chart.Rows[0].ValueLabel);
        Assert.Equal(7, chart.Legend.Count);
    }

    [Fact]
    public void Likert_NetThatIsNoBalance_IsRefused() =>
        Assert.Throws<BarometerException>(() => Shown(TestAnswers.Distribution(2)).Likert(Shown(TestReleases.ByGroup())));

    [Fact]
    public void AroundZero_IntervalHoldingZero_LeavesTheSideOpen()
    {
        var rows = (Shown(TestAnswers.Balances(14)).AroundZero().Description.Chart).Rows;

        Assert.Equal(RowTone.Unsure, rows.Single(row => row.Label == "Lover og regler").Tone);
        Assert.Equal(RowTone.Below, rows[^1].Tone);
        Assert.Equal(rows.Select(row => row.Value).OrderDescending(), rows.Select(row => row.Value));
    }

    [Fact]
    public void AroundZero_Shares_AreRefused() => Assert.Throws<BarometerException>(() => Shown(TestReleases.ByGroup()).AroundZero());

    [Fact]
    public void Dumbbell_HiddenInOneSurvey_ShowsTheOtherAlone()
    {
        var figure = Shown(TestAnswers.Balances(8)).Dumbbell(
            Shown(TestAnswers.OtherBalances()), new("Virksomheter", "Agencies"), new("Arbeidsplasser", "Workplaces"));
        var row = (figure.Description.Chart).Rows.Single(row => row.Label == "Brukermedvirkning");

        Assert.Equal((43.6, null, "+44 mot :"), (row.Value, row.Before, row.ValueLabel));
        Assert.Equal(6, (figure.Description.Chart).Rows.Count);
    }

    [Fact]
    public void Dumbbell_UnknownGroup_NamesThoseThereAre()
    {
        var problem = Assert.Throws<BarometerException>(() => Shown(TestReleases.Sections()).Dumbbell("Ministry", "Nowhere")).Problems[0];

        Assert.Equal("one of Ministry (Departement), Directorate (Direktorat)", problem.Expected);
    }

    [Fact]
    public void Forest_OddsRatios_StandOnAnAxisOfEqualRatios()
    {
        var chart = Shown(TestAnswers.Model(odds: true)).Forest().Description.Chart;

        Assert.Equal(["0,2", "0,5", "1", "2", "5", "10"], chart.Axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(chart.Axis.Place(2) - chart.Axis.Place(1), chart.Axis.Place(10) - chart.Axis.Place(5), 12);
        Assert.Equal(1, chart.Reference);
        Assert.Equal([RowTone.Usual, RowTone.Usual, RowTone.Unsure, RowTone.Usual], chart.Rows.Select(row => row.Tone));
        Assert.Equal(2, chart.Rows.Select(row => row.Section).Distinct().Count());
    }

    [Fact]
    public void Forest_HeadingLongerThanTheLabels_RunsFromTheLeftEdgeInTheInteractiveChart()
    {
        using var json = JsonDocument.Parse(Shown(TestAnswers.Model(odds: false)).Forest().ToPlotlyJson());
        var layout = json.RootElement.GetProperty("layout");

        var words = layout.GetProperty("annotations").EnumerateArray().Select(one => one.GetProperty("text").GetString());
        Assert.Contains("<b>Virksomhetstype (mot departement)</b>", words);
        Assert.DoesNotContain(layout.GetProperty("yaxis").GetProperty("ticktext").EnumerateArray(), tick => tick.GetString()!.Contains("mot departement", StringComparison.Ordinal));
    }

    [Fact]
    public void Forest_Shares_AreRefused() => Assert.Throws<BarometerException>(() => Shown(TestReleases.ByGroup()).Forest());

    [Fact]
    public void Funnel_HiddenAnswers_HaveNeitherNumberNorRate()
    {
        var rows = (Shown(TestAnswers.CountsByGroup()).Funnel().Description.Chart).Rows;

        Assert.Equal(["2\u00A0267", "1\u00A0686 (74\u00A0%\u00A0av populasjonen)", "762 (45\u00A0%\u00A0av de inviterte)"], rows.TakeLast(3).Select(row => row.ValueLabel));
        Assert.Single(rows, row => row is { Form: ValueForm.Suppressed, Value: null, ValueLabel: ":" });
    }

    private static ReleasedEstimates Shown(Released<ReleasedTable> released) => new(released, Language.Nb);
}
