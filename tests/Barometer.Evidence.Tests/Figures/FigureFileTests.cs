using SkiaSharp;

namespace Barometer.Evidence.Tests.Figures;

public class FigureFileTests
{
    private static readonly Figure Drawn = Figure.Bars(TestReleases.ByGroup());
    private static readonly byte[] Picture = Drawn.ToPng();

    [Fact]
    public void ShowSame_ShadesOfAnotherProcessor_IsTrue() =>
        Assert.True(FigureFile.ShowSame(Picture, Redraw((color, _) => color.WithRed((byte)(color.Red ^ 2)))));

    [Fact]
    public void ShowSame_SameDescriptionDrawnElsewhere_IsFalse() =>
        Assert.False(FigureFile.ShowSame(Picture, Redraw((color, at) => at % 400 < 40 ? SKColors.Black : color)));

    [Fact]
    public void ShowSame_AnotherFigure_IsFalse() => Assert.False(FigureFile.ShowSame(Picture, Figure.Bars(TestReleases.Statements()).ToPng()));

    [Fact]
    public void ShowSame_PictureCutShort_IsFalse() => Assert.False(FigureFile.ShowSame(Picture, Picture[..^100]));

    private static byte[] Redraw(Func<SKColor, int, SKColor> change)
    {
        using var bitmap = SKBitmap.Decode(Picture);
        uint[] pixels = [.. bitmap.Pixels.Select((color, at) => (uint)change(color, at))];
        return PngFile.Encode(pixels, bitmap.Width, FigureMetadata.Of(Drawn.Description));
    }
}
