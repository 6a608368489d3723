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

    // The drawing covers the last row in part at most widths.
    [Fact]
    public void Write_AnyWidth_HasAnEmptyEdge() => Assert.All(Enumerable.Range(470, 12), width =>
    {
        using var picture = SKBitmap.Decode(PngFile.Write(Figure.Bars(TestReleases.ByGroup()).Description, width));

        Assert.All(Enumerable.Range(0, picture.Width), x => Assert.Equal(SKColors.White, picture.GetPixel(x, picture.Height - 1)));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_AnyFigure_SpeaksAndStandsAlone(string name)
    {
        var figure = Kinds.All[name]();
        var svg = XElement.Parse(figure.ToSvg());

        Assert.Equal(["title", "desc", "metadata"], svg.Elements().Take(3).Select(element => element.Name.LocalName));
        Assert.Equal(figure.AltText, svg.Element(Svg + "desc")!.Value);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "image" or "script" or "use");
        Assert.Equal(2, Assert.Single(svg.Descendants(Svg + "style")).Value.Split("url(data:font/woff2;base64,").Length - 1);
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Value.Contains("url(http", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "id");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_Words_AreTextThatStaysInsideThePicture(string name)
    {
        var figure = Kinds.All[name]();
        var svg = XElement.Parse(figure.ToSvg());
        var words = svg.Descendants(Svg + "text").ToList();

        var lines = string.Join(" ", words.Select(word => word.Value));
        Assert.All(figure.Description.Source.Split(' ').Concat(figure.Description.HasTitle ? figure.Title.Split(' ') : []).Where(word => word.Length is > 0 and < 20), word => Assert.Contains(word, lines, StringComparison.Ordinal));
        Assert.All(words, word => Assert.InRange(Number(word, "x") + Number(word, "textLength"), 0, Number(svg, "width")));
        Assert.Equal(figure.ToSvg(), Kinds.All[name]().ToSvg());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToNarrowSvg_AnyFigure_FitsATelephoneAndHasItsLabelsAndNumbers(string name)
    {
        var figure = Kinds.All[name]();
        var svg = XElement.Parse(figure.ToNarrowSvg());
        var words = svg.Descendants(Svg + "text").ToList();

        Assert.Equal(360, Number(svg, "width"));
        Assert.All(words, word => Assert.InRange(Number(word, "x") + Number(word, "textLength"), 0, 360));
        Assert.All(words, word => Assert.InRange(Number(word, "font-size"), 11.5, 17));
        var lines = string.Join(" ", words.Select(word => word.Value));
        Assert.All(figure.Description.Chart.Rows.Where(row => row.ValueLabel.Length > 0), row => Assert.Contains(row.ValueLabel, lines, StringComparison.Ordinal));
    }

    [Fact]
    public void ToPdf_Words_AreGlyphsOfAFontInTheFile()
    {
        var pdf = System.Text.Encoding.Latin1.GetString(Figure.Bars(TestReleases.ByGroup()).ToPdf());

        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
        Assert.Contains("/ToUnicode", pdf, StringComparison.Ordinal);
        Assert.Equal(pdf, System.Text.Encoding.Latin1.GetString(Figure.Bars(TestReleases.ByGroup()).ToPdf()));
    }

    [Fact]
    public void ToOutlinedSvg_ForWord_HasNeitherTextNorFont() =>
        Assert.DoesNotContain(XElement.Parse(Figure.Bars(TestReleases.ByGroup()).ToOutlinedSvg()).Descendants(), element => element.Name.LocalName is "text" or "style");

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

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
