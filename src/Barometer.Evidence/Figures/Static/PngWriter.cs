using System.Runtime.InteropServices;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws a figure as a PNG file that says what it is.</summary>
internal static class PngWriter
{
    /// <summary>Points a unit: 1440 points on 16 cm are 229 to the inch, sharp in print and on any screen.</summary>
    public const int Scale = 2;

    /// <summary>The file.</summary>
    public static byte[] Write(FigureDescription figure)
    {
        using var drawing = new StaticFigure(figure);
        var size = new SKImageInfo(StaticFigure.Width * Scale, drawing.Height * Scale, SKColorType.Bgra8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(size);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(Scale);
            drawing.Draw(canvas);
        }

        var pixels = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        return IndexedPng.Encode(pixels, size.Width, Scale, FigureMetadata.Of(figure));
    }
}
