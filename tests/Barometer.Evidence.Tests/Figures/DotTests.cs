using System.Text.Json;

namespace Barometer.Evidence.Tests.Figures;

public class DotTests
{
    [Fact]
    public void Dots_Shares_HaveWhiskersAndTheChosenSchemeStandsOut()
    {
        var chart = Chart(TestSchemes.Share().Dots());

        Assert.All(chart.Rows, row => Assert.True(row.HasWhisker && row.Lower < row.Value && row.Value < row.Upper));
        Assert.Equal([false, false, true], chart.Rows.Select(row => row.IsStrong));
        Assert.True(chart.Axis.Min > 0 && chart.Axis.Min <= chart.Rows.Min(row => row.Lower) && chart.Axis.Max >= chart.Rows.Max(row => row.Upper));
    }

    [Fact]
    public void Dots_AxisWithoutZero_SaysSo() =>
        Assert.Contains(TestSchemes.Share().Dots().Description.Notes, note => note.Contains("begynner ikke på null", StringComparison.Ordinal));

    [Fact]
    public void Dots_Balance_GoesFromTheFirstSchemeToTheChosenOne()
    {
        var chart = Chart(TestSchemes.Balance().Dots("size_band"));

        Assert.Equal(0, chart.Reference);
        Assert.All(chart.Rows, row => Assert.Equal(0, row.Value));
        Assert.Contains(chart.Rows, row => row.Before < -5);
        Assert.True(chart.Axis.Min < 0 && chart.Axis.Max > 0);
    }

    [Fact]
    public void Layout_Rows_KeepClearOfEachOtherAndOfTheNumbers()
    {
        using var faces = new Faces();
        foreach (var chart in new[] { Chart(TestSchemes.Share().Dots()), Chart(TestSchemes.Balance().Dots("agency_group", "size_band", "region")) })
        {
            var layout = new RowLayout(chart, faces, (StaticFigure.PageWidth - (2 * StaticFigure.Margin)));

            Assert.All(layout.Places.Zip(layout.Places.Skip(1)), pair => Assert.True(pair.Second.Center - pair.First.Center >= 2 * RowLayout.Radius));
            Assert.All(chart.Rows, row => Assert.InRange(layout.Values + layout.FaceOf(row).Measure(row.ValueLabel), layout.Right, (StaticFigure.PageWidth - (2 * StaticFigure.Margin)) + 0.01));
            Assert.InRange(layout.Right - layout.Left, (StaticFigure.PageWidth - (2 * StaticFigure.Margin)) * 0.35f, (StaticFigure.PageWidth - (2 * StaticFigure.Margin)));
        }
    }

    [Fact]
    public void ToPlotlyJson_Dots_HasOpenPointsLinesAndFilledPoints()
    {
        var data = JsonDocument.Parse(TestSchemes.Balance().Dots("region").ToPlotlyJson()).RootElement.GetProperty("data").EnumerateArray().ToArray();

        Assert.Equal(["lines", "lines", "markers", "markers", "text"], data.Select(trace => trace.GetProperty("mode").GetString()));
        Assert.Equal(["circle-open", "circle"], data.Skip(2).Take(2).Select(trace => trace.GetProperty("marker").GetProperty("symbol").GetString()));
        Assert.Equal(7, data[3].GetProperty("x").GetArrayLength());
    }

    [Fact]
    public void AltText_Dots_SaysWhatKindOfChartItIs()
    {
        Assert.StartsWith("Punktdiagram: ", TestSchemes.Share().Dots().AltText, StringComparison.Ordinal);
        Assert.StartsWith("Dot chart: ", TestSchemes.Share().Dots().In(Language.En).AltText, StringComparison.Ordinal);
    }

    private static RowChart Chart(Figure figure) => figure.Description.Chart;
}
