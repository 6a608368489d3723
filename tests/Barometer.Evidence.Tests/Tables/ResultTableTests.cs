namespace Barometer.Evidence.Tests.Tables;

/// <summary>Tests and ranks as tables, made of the synthetic survey.</summary>
public class ResultTableTests
{
    private readonly Workbench _barometer = Workbench.Open(data: Barometer.Analysis.Loading.DataFolder.Find(AppContext.BaseDirectory));

    [Fact]
    public void Release_Test_ShowsThePValueAndNoStatistic()
    {
        var test = _barometer.Design("operational-2018").Independence("partner_private", "size_group");

        var text = _barometer.Release(test, "partner-by-size", new LocalizedText("Privat partner etter størrelse", "Private partner by size")).ToString();

        Assert.Contains(test.PValue < 0.001 ? "< 0,001" : "0,", text, StringComparison.Ordinal);
        Assert.Contains("Syntetiske data", text, StringComparison.Ordinal);
        var statistic = _barometer.Design("operational-2018").Engine.Independence("partner_private", "size_group").Statistic;
        Assert.DoesNotContain(statistic.ToString("F2", System.Globalization.CultureInfo.GetCultureInfo("nb-NO")), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_Trend_SaysWhichWayItGoesAndItsPValue()
    {
        var test = _barometer.Design("operational-2018").Trend("innovated", "size_group");

        var released = _barometer.Release(test, "trend-by-size", new LocalizedText("Innovasjon etter størrelse", "Innovation by size"));
        var sentence = released.Sentence("Andelen {trend} med størrelsen ({p}).", "The share {trend} with size ({p}).");

        Assert.StartsWith("Andelen stiger med størrelsen (p\u00A0<\u00A00,001).", sentence.Text.Nb, StringComparison.Ordinal);
        Assert.Equal("The share rises with size (p\u00A0<\u00A00.001). (Synthetic data)", sentence.Text.En);
    }

    [Theory]
    [InlineData("Andelen {trend}", "test that has none")]
    [InlineData("Andelen stiger", "no result of the test")]
    [InlineData("Andelen {statistic}", "no result of the test")]
    public void Sentence_PlaceThatATestWithoutTrendHasNot_IsRefused(string words, string problem)
    {
        var test = _barometer.Design("operational-2018").Independence("partner_private", "size_group");
        var released = _barometer.Release(test, "partner-by-size", new LocalizedText("Privat partner etter størrelse", "Private partner by size"));

        Assert.Contains(problem, Assert.Throws<BarometerException>(() => released.Sentence(words, words)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_Ranking_ShowsSharesRanksAndPossibleRanks()
    {
        var design = _barometer.Design("operational-2018");
        var ranking = design.Ranks(["value_quality", "value_efficiency", "value_employees"]);

        var table = _barometer.Release(ranking, "values-ranked");

        Assert.Equal(["group", "estimate", "interval", "n", "rank", "ranks"], table.Content.Columns.Select(column => column.Id));
        Assert.Equal(ranking.Ranking.Items.Select(item => (double)item.Rank), table.Content.Rows.Select(row => row.Cells[4].Value));
        Assert.Contains("Mulige rangeringer", table.ToString(), StringComparison.Ordinal);
    }
}
