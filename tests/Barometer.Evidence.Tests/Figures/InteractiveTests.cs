using System.Text.Json;

namespace Barometer.Evidence.Tests.Figures;

public class InteractiveTests
{
    [Fact]
    public void ToPlotlyJson_SuppressedBar_HasNoNumber()
    {
        var bars = Parse(Figure.Bars(TestReleases.ByGroup())).GetProperty("data")[0];

        Assert.Equal(JsonValueKind.Null, bars.GetProperty("x")[4].ValueKind);
        Assert.Equal(JsonValueKind.Null, bars.GetProperty("error_x").GetProperty("array")[4].ValueKind);
        Assert.Equal("Statlig foretak: Tall kan ikke offentliggjøres", bars.GetProperty("text")[4].GetString());
    }

    [Fact]
    public void ToPlotlyJson_Whiskers_EndAtTheIntervalsLimits()
    {
        var bars = Parse(Figure.Bars(TestReleases.ByGroup())).GetProperty("data")[0];

        Assert.Equal((91.2, 5.4, 12.1), (
            bars.GetProperty("x")[0].GetDouble(),
            bars.GetProperty("error_x").GetProperty("array")[0].GetDouble(),
            bars.GetProperty("error_x").GetProperty("arrayminus")[0].GetDouble()));
    }

    [Fact]
    public void ToPlotlyJson_Numbers_StandClearOfTheWhiskers()
    {
        var numbers = Parse(Figure.Bars(TestReleases.ByGroup())).GetProperty("data").EnumerateArray().Last();

        Assert.Equal(("text", "middle right", 96.6), (
            numbers.GetProperty("mode").GetString(), numbers.GetProperty("textposition").GetString(), numbers.GetProperty("x")[0].GetDouble()));
    }

    [Theory]
    [InlineData(Language.Nb, ",\u00A0")]
    [InlineData(Language.En, ".,")]
    public void ToPlotlyJson_Language_PinsTheMarksInNumbers(Language language, string separators) =>
        Assert.Equal(separators, Parse(Figure.Bars(TestReleases.ByGroup()).In(language)).GetProperty("layout").GetProperty("separators").GetString());

    [Fact]
    public void ToPlotlyJson_Title_IsAnObject() =>
        Assert.Contains("Har innført", Parse(Figure.Bars(TestReleases.ByGroup())).GetProperty("layout").GetProperty("title").GetProperty("text").GetString(), StringComparison.Ordinal);

    [Fact]
    public void ToPlotlyJson_SyntheticMark_IsInTheChartOnlyWhileTheDataAre()
    {
        Assert.Contains(Annotations(Figure.Bars(TestReleases.ByGroup())), text => text.Contains("Syntetiske data", StringComparison.Ordinal) && text.StartsWith("<b>", StringComparison.Ordinal));
        Assert.DoesNotContain(Annotations(Figure.Bars(TestReleases.ByGroup(synthetic: false))), text => text.Contains("Syntetiske", StringComparison.Ordinal));
    }

    [Fact]
    public void ToPlotlyJson_LabelThatIsMarkup_NeitherEndsAScriptNorBecomesATag()
    {
        var json = Figure.Bars(TestReleases.AwkwardLabels()).ToPlotlyJson();

        Assert.DoesNotContain('<', json);
        var labels = JsonDocument.Parse(json).RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("ticktext");
        Assert.Contains(labels.EnumerateArray(), label => label.GetString()!.StartsWith("&lt;/script&gt;", StringComparison.Ordinal));
    }

    [Fact]
    public void ToPlotlyJson_AnyFigure_HasNoAddress()
    {
        var json = Figure.Bars(TestReleases.BothSeries()).ToPlotlyJson();

        Assert.DoesNotContain("http", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("_isSubplotObj", json, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPlotlyJson_RoundedStatement_IsHatched()
    {
        var figure = Figure.Bars(TestReleases.BothSeries());
        var bars = Parse(figure).GetProperty("data")[0];
        var shapes = bars.GetProperty("marker").GetProperty("pattern").GetProperty("shape").EnumerateArray().Select(shape => shape.GetString());

        Assert.Equal(figure.Description.Chart.Rows.Select(row => row.Form == ValueForm.Rounded ? "/" : ""), shapes);
        Assert.Equal(["", "/"], shapes.Distinct());
    }

    private static JsonElement Parse(Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    private static IEnumerable<string> Annotations(Figure figure) => Parse(figure).GetProperty("layout").GetProperty("annotations")
        .EnumerateArray().Select(annotation => annotation.GetProperty("text").GetString()!);
}
