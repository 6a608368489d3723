using System.Xml.Linq;
using SkiaSharp;

namespace Barometer.Evidence.Tests.Figures;

public class FigureTests
{
    [Fact]
    public void Bars_PublicDoors_TakeReleasedContentOnly()
    {
        var doors = typeof(Figure).GetMethods().Where(method => method.IsStatic && method.ReturnType == typeof(Figure));

        Assert.All(doors, door => Assert.Equal(typeof(Released<>), door.GetParameters()[0].ParameterType.GetGenericTypeDefinition()));
        Assert.Empty(typeof(Figure).GetConstructors());
    }

    [Fact]
    public void ToMimeBundles_Bars_GivesPictureAndChartThenNumbers()
    {
        var bundles = Figure.Bars(TestReleases.ByGroup()).ToMimeBundles().ToArray();

        Assert.Equal(
            [
                ["application/vnd.plotly.v1+json", "image/png", "text/plain"],
                ["text/html", "text/plain"],
            ],
            bundles.Select(bundle => bundle.Keys));
        Assert.Equal(Figure.Bars(TestReleases.ByGroup()).AltText, bundles[0]["text/plain"]);
    }

    [Fact]
    public void Stored_Figure_IsItsReleaseAndThoseOfItsNumbers() =>
        Assert.Equal("release innovated-by-group", Figure.Bars(TestReleases.ByGroup()).Stored);

    [Fact]
    public void StoredHtml_InEachLanguage_IsThatOfTheFigureInIt()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());

        Assert.Equal(figure.ToMimeBundles().ElementAt(1)["text/html"], figure.StoredHtml(Language.Nb));
        Assert.Equal(figure.In(Language.En).ToMimeBundles().ElementAt(1)["text/html"], figure.StoredHtml(Language.En));
    }

    [Fact]
    public void ToMimeBundles_SixteenBars_StoresLittle()
    {
        var bundles = Figure.Bars(TestReleases.BySize(16)).ToMimeBundles().ToArray();

        Assert.InRange(bundles[0]["image/png"].Length, 1, 100_000);
        Assert.InRange(bundles[1]["text/html"].Length + bundles[0]["application/vnd.plotly.v1+json"].Length, 1, 40_000);
    }

    [Fact]
    public void ToHtml_Bars_IsAFigureWithItsPictureAltTextAndNumbers()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        var html = XElement.Parse(figure.ToHtml());

        Assert.Equal(("figure", "nb"), (html.Name.LocalName, html.Attribute("lang")!.Value));
        Assert.Equal(figure.AltText, html.Element("img")!.Attribute("alt")!.Value);
        Assert.StartsWith("data:image/png;base64,", html.Element("img")!.Attribute("src")!.Value, StringComparison.Ordinal);
        Assert.Single(html.Element("figcaption")!.Element("details")!.Descendants("table"));
    }

    [Fact]
    public void ForMinistry_Picture_LeavesTheTitleToTheCaption()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        using var standalone = SKBitmap.Decode(figure.ToPng());
        using var ministry = SKBitmap.Decode(figure.ForMinistry().ToPng());

        Assert.True(ministry.Height < standalone.Height);
        Assert.Equal(figure.Title, XElement.Parse(figure.ForMinistry().ToHtml()).Descendants("strong").First().Value);
        Assert.Empty(XElement.Parse(figure.ToHtml()).Element("figcaption")!.Elements("p"));
    }
}
