using System.Text.Json;
using Barometer.Evidence.Figures;
using Xunit;

namespace Barometer.Evidence.Tests.Figures;

public class FigureTests
{
    [Fact]
    public void ToMimeBundles_Bars_GivesPictureThenNumbersThenChart()
    {
        var bundles = Figure.Bars(TestReleases.ByGroup()).ToMimeBundles().ToArray();

        Assert.Equal(
            [
                ["application/vnd.barometer.artifact+json", "image/png", "text/plain"],
                ["text/html", "text/plain"],
                ["application/vnd.plotly.v1+json", "text/plain"],
            ],
            bundles.Select(bundle => bundle.Keys.ToArray()));
    }

    [Fact]
    public void ToMimeBundles_SixteenBars_StoresLittleAndKeepsItWellFormed()
    {
        var bundles = Figure.Bars(TestReleases.BySize(16)).ToMimeBundles().ToArray();

        Assert.InRange(bundles[0]["image/png"].Length, 1, 100_000);
        Assert.InRange(bundles[1]["text/html"].Length + bundles[2]["application/vnd.plotly.v1+json"].Length, 1, 40_000);
        using var plotly = JsonDocument.Parse(bundles[2]["application/vnd.plotly.v1+json"]);
        Assert.Equal(["data", "layout", "config"], plotly.RootElement.EnumerateObject().Select(property => property.Name));
    }
}
