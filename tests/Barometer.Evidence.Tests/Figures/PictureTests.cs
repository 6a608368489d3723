using System.Xml.Linq;
using SkiaSharp;

namespace Barometer.Evidence.Tests.Figures;

public class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. Kinds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPng_AnyFigure_HasAnEmptyEdge(string name)
    {
        using var picture = SKBitmap.Decode(Kinds.Png(name));

        var (pixels, width, height) = (picture.Pixels, picture.Width, picture.Height);
        Assert.Equal(StaticFigure.PageWidth * 2, width);
        Assert.Equal(-1, Array.FindIndex(pixels, 0, 16 * width, NotWhite));
        Assert.Equal(-1, Array.FindIndex(pixels, (height - 16) * width, NotWhite));
        for (var row = 0; row < height; row++)
        {
            Assert.Equal(-1, Array.FindIndex(pixels, row * width, 16, NotWhite));
            Assert.Equal(-1, Array.FindIndex(pixels, ((row + 1) * width) - 16, 16, NotWhite));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPng_AnyFigure_IsTheSameAgain(string name) => Assert.Equal(Kinds.Png(name), Kinds.All[name]().ToPng());

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPng_AnyFigure_KeepsFlatColoursExact(string name)
    {
        using var picture = SKBitmap.Decode(Kinds.Png(name));

        var colors = picture.Pixels.CountBy(color => color).OrderByDescending(color => color.Value).Select(color => color.Key).ToArray();
        Assert.Equal(SKColors.White, colors[0]);
        Assert.InRange(colors.Length, 2, 64);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPdf_AnyFigure_IsTheSameAgainAndHasNoTime(string name)
    {
        var pdf = Kinds.All[name]().ToPdf();

        Assert.Equal(pdf, Kinds.All[name]().ToPdf());
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Date", text, StringComparison.Ordinal);
        Assert.Contains("/Count 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPng_BarAndTotal_HaveTheHousesColours()
    {
        using var picture = SKBitmap.Decode(Figure.Bars(TestReleases.ByGroup()).ToPng());

        var colors = picture.Pixels.ToHashSet();
        Assert.Subset(colors, new HashSet<SKColor> { SKColor.Parse(Palette.Bar), SKColor.Parse(Palette.Total), SKColor.Parse(Palette.Synthetic) });
    }

    [Fact]
    public void ToPng_HatchedBars_KeepTheHousesTintAndGrid()
    {
        using var picture = SKBitmap.Decode(Figure.Bars(TestReleases.Statements()).ToPng());

        var colors = picture.Pixels.ToHashSet();
        Assert.Subset(colors, new HashSet<SKColor> { SKColor.Parse(Palette.Bar), SKColor.Parse(Palette.Tint), SKColor.Parse(Palette.Grid) });
    }

    [Fact]
    public void ToPng_RealData_HaveNoSyntheticMark()
    {
        using var picture = SKBitmap.Decode(Figure.Bars(TestReleases.ByGroup(synthetic: false)).ToPng());

        Assert.DoesNotContain(SKColor.Parse(Palette.Synthetic), picture.Pixels.ToHashSet());
    }

    [Fact]
    public void ToPng_File_SaysWhatItIsAndNotWhenItWasMade()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        var png = figure.ToPng();

        Assert.Equal(figure.Title, FigureFile.Text(png, "Title"));
        Assert.Equal(figure.AltText, FigureFile.Text(png, "Description"));
        Assert.Equal("innovated-by-group", FigureFile.Text(png, "release"));
        Assert.Equal("true", FigureFile.Text(png, "synthetic"));
        Assert.Equal(FigureMetadata.Digest(figure.Description), FigureFile.DigestOf(png));
        Assert.DoesNotContain(PngFile.Chunks(png), chunk => chunk.Type is "tIME" or "eXIf");
        Assert.Null(FigureFile.DigestOf([1, 2, 3]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_AnyFigure_SpeaksAndStandsAlone(string name)
    {
        var figure = Kinds.All[name]();
        var svg = XElement.Parse(figure.ToSvg());

        Assert.Equal(["title", "desc", "metadata"], svg.Elements().Take(3).Select(element => element.Name.LocalName));
        Assert.Equal(figure.AltText, svg.Element(Svg + "desc")!.Value);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "text" or "image" or "script" or "style" or "use");
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Value.Contains("url(http", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "id");
    }

    [Fact]
    public void ToSvg_Drawing_IsDrawnOnce()
    {
        var svg = XElement.Parse(Figure.Bars(TestReleases.ByGroup()).ToSvg());

        Assert.Equal(4, svg.Descendants().Count(element => element.Name.LocalName is "rect" or "path" && string.Equals(element.Attribute("fill")?.Value, Palette.Bar, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool NotWhite(SKColor color) => color != SKColors.White;

    [Fact]
    public void Digest_ChangesWithWhatTheFigureShowsAndWithNothingElse()
    {
        var digest = FigureMetadata.Digest(Figure.Bars(TestReleases.ByGroup()).Description);

        Assert.Equal(digest, FigureMetadata.Digest(Figure.Bars(TestReleases.ByGroup()).Description));
        Assert.NotEqual(digest, FigureMetadata.Digest(Figure.Bars(TestReleases.ByGroup(synthetic: false)).Description));
        Assert.NotEqual(digest, FigureMetadata.Digest(Figure.Bars(TestReleases.ByGroup()).In(Language.En).Description));
        Assert.NotEqual(digest, FigureMetadata.Digest(Figure.Bars(TestReleases.ByGroup()).Ordered(BarOrder.Value).Description));
    }
}
