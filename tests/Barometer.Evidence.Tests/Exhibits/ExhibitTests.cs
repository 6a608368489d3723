using SkiaSharp;

namespace Barometer.Evidence.Tests.Exhibits;

public class ExhibitTests
{
    private static readonly Figure Bars = Figure.Bars(TestReleases.ByGroup());

    [Fact]
    public void Files_Figure_AreItsPicturesChartAndNumbers()
    {
        var exhibit = Of(Bars);

        Assert.Equal(
            [
                "figures/innovated-by-group.svg", "figures/innovated-by-group.png", "figures/innovated-by-group.pdf", "figures/innovated-by-group-narrow.svg", "figures/innovated-by-group.plotly.json",
                "figures/innovated-by-group-untitled.svg", "figures/innovated-by-group-untitled.png", "figures/innovated-by-group-untitled.pdf",
                "tables/innovated-by-group.csv", "tables/innovated-by-group.html", "tables/innovated-by-group.excel.csv", "tables/innovated-by-group.md",
                "tables/innovated-by-group.tex", "tables/innovated-by-group.docx", "tables/innovated-by-group.xlsx",
            ],
            exhibit.Files(Language.Nb).Select(file => file.Name));
        Assert.NotNull(SKBitmap.Decode(Content(exhibit, "figures/innovated-by-group.png")));
        Assert.Equal(exhibit.UntitledPicture(Language.Nb).Png, Content(exhibit, "figures/innovated-by-group-untitled.png"));
        Assert.Equal("<svg"u8.ToArray(), Content(exhibit, "figures/innovated-by-group.svg")[..4]);
        Assert.All(exhibit.Files(), file => Assert.Equal("02-innovation, cell 4 (by-group)", file.Origin));
    }

    [Fact]
    public void Files_InTheOtherLanguage_AreOfTheFigureInIt()
    {
        var exhibit = Of(Bars);

        Assert.Equal(
            [
                "figures/innovated-by-group-en.svg", "figures/innovated-by-group-en.png", "figures/innovated-by-group-en.pdf", "figures/innovated-by-group-en-narrow.svg", "figures/innovated-by-group-en.plotly.json",
                "figures/innovated-by-group-untitled-en.svg", "figures/innovated-by-group-untitled-en.png", "figures/innovated-by-group-untitled-en.pdf",
                "tables/innovated-by-group-en.csv", "tables/innovated-by-group-en.html", "tables/innovated-by-group-en.excel.csv", "tables/innovated-by-group-en.md",
                "tables/innovated-by-group-en.tex", "tables/innovated-by-group-en.docx", "tables/innovated-by-group-en.xlsx",
            ],
            exhibit.Files(Language.En).Select(file => file.Name));
        Assert.Equal(Bars.In(Language.En).ToPlotlyJson(), System.Text.Encoding.UTF8.GetString(Content(exhibit, "figures/innovated-by-group-en.plotly.json")));
        Assert.Equal((Bars.Title, Bars.In(Language.En).Title), (exhibit.Title.Nb, exhibit.Title.En));
        Assert.Equal(Bars.In(Language.En).AltText, exhibit.AltText.En);
    }

    [Fact]
    public void Files_FigureShownInEnglish_BeginWithTheEnglish()
    {
        var exhibit = Of(Bars.In(Language.En));

        Assert.Equal("figures/innovated-by-group-en.svg", exhibit.Name);
        Assert.Contains("figures/innovated-by-group-untitled-en.svg", exhibit.Files(Language.En).Select(file => file.Name));
        Assert.Contains("figures/innovated-by-group-untitled.pdf", exhibit.Files(Language.Nb).Select(file => file.Name));
        Assert.Equal((Bars.Title, Bars.In(Language.En).Title), (exhibit.Title.Nb, exhibit.Title.En));
    }

    [Fact]
    public void Files_VariantsAndLanguages_DoNotOverwriteOneAnother() => Assert.Equal(
        ["figures/innovated-by-group.svg", "figures/innovated-by-group-untitled.svg", "figures/innovated-by-group-en.svg", "figures/innovated-by-group-untitled-en.svg"],
        new[] { Bars, Bars.ForMinistry(), Bars.In(Language.En), Bars.ForMinistry().In(Language.En) }.Select(figure => Of(figure).Name));

    [Fact]
    public void Files_Untouched_AreNotMade()
    {
        var made = 0;
        var file = new ArtifactFile("a.txt", () =>
        {
            made++;
            return "text";
        });
        var named = file with { Origin = "02-innovation, cell 4 (by-group)" };

        Assert.Equal(0, made);
        Assert.Equal("text"u8.ToArray(), named.Bytes);
        Assert.Equal("text"u8.ToArray(), file.Bytes);
        Assert.Equal(1, made);
    }

    [Fact]
    public void Of_WhatShowsATable_IsThatTable()
    {
        var released = new ReleasedEstimates(TestReleases.ByGroup(), Language.Nb);

        var exhibit = Of(released);

        Assert.False(exhibit.IsFigure);
        Assert.Equal("tables/innovated-by-group.csv", exhibit.Name);
        Assert.Equal(released.ToHtml(), exhibit.Numbers.ToHtml());
        Assert.Equal(exhibit.Numbers.In(Language.En).ToHtml(), released.StoredHtml(Language.En));
    }

    [Fact]
    public void Of_WhatIsNeitherFigureNorTable_IsNone() =>
        Assert.Null(Exhibit.Of(TestSchemes.Open(), "02-innovation", 4, "by-group"));

    private static Exhibit Of(Displayable shown) => Exhibit.Of(shown, "02-innovation", 4, "by-group")!;

    private static byte[] Content(Exhibit exhibit, string name) => exhibit.Files().Single(file => file.Name == name).Bytes;
}
