using System.Text.Json;
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
    public void ToMimeBundles_Bars_GivesPictureThenNumbersThenChart()
    {
        var bundles = Figure.Bars(TestReleases.ByGroup()).ToMimeBundles().ToArray();

        Assert.Equal(
            [
                ["application/vnd.barometer.artifact+json", "image/png", "text/plain"],
                ["text/html", "text/plain", "application/vnd.barometer.translation+json"],
                ["application/vnd.plotly.v1+json", "text/plain"],
            ],
            bundles.Select(bundle => bundle.Keys.Where(type => type != OutputStamp.MediaType).ToArray()));
        Assert.All(bundles, bundle => Assert.Equal("\"release innovated-by-group\"", bundle[OutputStamp.MediaType]));
        Assert.Equal(Figure.Bars(TestReleases.ByGroup()).AltText, bundles[0]["text/plain"]);
    }

    [Fact]
    public void ToMimeBundles_SixteenBars_StoresLittle()
    {
        var bundles = Figure.Bars(TestReleases.BySize(16)).ToMimeBundles().ToArray();

        Assert.InRange(bundles[0]["image/png"].Length, 1, 100_000);
        Assert.InRange(bundles[1]["text/html"].Length + bundles[2]["application/vnd.plotly.v1+json"].Length, 1, 40_000);
    }

    [Fact]
    public void ToMimeBundles_Artifacts_AreFilesAndTheirRelease()
    {
        var bundle = Figure.Bars(TestReleases.ByGroup()).ToMimeBundles().First()[ArtifactBundle.MediaType];
        var json = JsonDocument.Parse(bundle).RootElement;

        Assert.Equal(
            [
                "figures/innovated-by-group.svg", "figures/innovated-by-group.png", "figures/innovated-by-group.pdf", "figures/innovated-by-group.plotly.json",
                "figures/innovated-by-group-untitled.svg", "figures/innovated-by-group-untitled.png", "figures/innovated-by-group-untitled.pdf",
                "tables/innovated-by-group.csv", "tables/innovated-by-group.html", "tables/innovated-by-group.excel.csv", "tables/innovated-by-group.md",
                "tables/innovated-by-group.tex", "tables/innovated-by-group.docx", "tables/innovated-by-group.xlsx",
            ],
            json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.NotNull(SKBitmap.Decode(json.GetProperty("files")[1].GetProperty("base64").GetBytesFromBase64()));
        Assert.StartsWith("<svg", json.GetProperty("files")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"innovated-by-group","survey":"operational-2018","synthetic":true,"policy":"1"}""", json.GetProperty("release").GetRawText());
    }

    [Fact]
    public void ToMimeBundles_Artifacts_AreInTheOtherLanguageToo()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        var json = JsonDocument.Parse(figure.ToMimeBundles().First()[ArtifactBundle.MediaType]).RootElement.GetProperty("translation");

        Assert.Equal("en", json.GetProperty("language").GetString());
        Assert.Equal(figure.In(Language.En).Title, json.GetProperty("title").GetString());
        Assert.Equal(figure.In(Language.En).AltText, json.GetProperty("text").GetString());
        Assert.Equal(
            [
                "figures/innovated-by-group-en.svg", "figures/innovated-by-group-en.png", "figures/innovated-by-group-en.pdf", "figures/innovated-by-group-en.plotly.json",
                "figures/innovated-by-group-untitled-en.png",
                "tables/innovated-by-group-en.csv", "tables/innovated-by-group-en.html", "tables/innovated-by-group-en.excel.csv", "tables/innovated-by-group-en.md",
                "tables/innovated-by-group-en.tex", "tables/innovated-by-group-en.docx", "tables/innovated-by-group-en.xlsx",
            ],
            json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.Equal(figure.In(Language.En).ToPlotlyJson(), json.GetProperty("files")[3].GetProperty("text").GetString());
    }

    [Fact]
    public void ToMimeBundles_EnglishFigure_IsTranslatedToNorwegian() => Assert.Equal(
        "nb",
        JsonDocument.Parse(Figure.Bars(TestReleases.ByGroup()).In(Language.En).ToMimeBundles().First()[ArtifactBundle.MediaType])
            .RootElement.GetProperty("translation").GetProperty("language").GetString());

    [Fact]
    public void ToFiles_VariantsAndLanguages_DoNotOverwriteOneAnother()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        var names = new[] { figure, figure.ForMinistry(), figure.In(Language.En), figure.ForMinistry().In(Language.En) }.Select(one => one.ToFiles()[0].Name);

        Assert.Equal(
            ["figures/innovated-by-group.svg", "figures/innovated-by-group-untitled.svg", "figures/innovated-by-group-en.svg", "figures/innovated-by-group-untitled-en.svg"],
            names);
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
