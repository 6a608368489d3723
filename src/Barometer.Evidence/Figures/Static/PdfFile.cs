using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws a figure as a PDF page of its own size, in vectors, with its title and its words as metadata and no time of
/// making. Text is text, to be searched and copied, in a part of the bundled font that the file holds; <see cref="PdfStructure"/>
/// says what is title, figure and note.
/// </summary>
internal static class PdfFile
{
    /// <summary>Points a unit: a figure 720 units wide is 16 cm on paper.</summary>
    private const float Scale = 16 / 2.54f * 72 / StaticFigure.PageWidth;

    /// <summary>The width of a slide in points.</summary>
    private const float SlideWidth = 960;

    /// <summary>Who the file says has made it.</summary>
    public const string Author = "Barometer.Analysis";

    /// <summary>The file.</summary>
    public static byte[] Write(FigureDescription figure)
    {
        using var words = new PdfWords();
        using var drawing = new StaticFigure(figure, words.Write);
        var scale = figure.Size == PictureSize.Slide ? SlideWidth / drawing.Width : Scale;
        IReadOnlyList<FigurePart> parts = [.. drawing.Parts];
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = figure.Title,
            Subject = figure.AltText,
            Author = Author,
            Keywords = figure.Stamp.Id,
            Creation = null,
            Modified = null,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            // A page for each part, so that each has drawing operators of its own, and all share the fonts.
            foreach (var part in parts)
            {
                var canvas = document.BeginPage(drawing.Width * scale, drawing.Height * scale);
                canvas.Scale(scale);
                part.Draw(canvas);
                document.EndPage();
            }

            document.Close();
        }

        return PdfStructure.Tagged(stream.ToArray(), figure, parts, scale);
    }
}

/// <summary>Writes a PDF file's words as glyphs of one font a cut, which Skia embeds whole: of the part that figures use.</summary>
internal sealed class PdfWords : IDisposable
{
    private readonly (SKTypeface Typeface, SKShaper Shaper)[] _cuts = [.. new[] { "Regular", "Bold" }.Select(cut => TextFace.Open($"Fonts/OpenSans-{cut}-part.ttf")).Select(typeface => (typeface, new SKShaper(typeface)))];

    /// <summary>Writes one line of text.</summary>
    public void Write(SKCanvas canvas, TextFace face, string text, float x, float baseline, string color)
    {
        if (text.Length == 0 || !TextFace.IsInPart(text))
        {
            Pen.Outline(canvas, face, text, x, baseline, color);
            return;
        }

        var (typeface, shaper) = _cuts[face.IsBold ? 1 : 0];
        using var font = TextFace.Sized(typeface, face.Size);
        var shaped = shaper.Shape(text, x, baseline, font);
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(Array.ConvertAll(shaped.Codepoints, glyph => (ushort)glyph), font, shaped.Points);
        using var glyphs = builder.Build();
        using var paint = new SKPaint { Color = SKColor.Parse(color), IsAntialias = true };
        canvas.DrawText(glyphs, 0, 0, paint);
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_cuts, cut =>
    {
        cut.Shaper.Dispose();
        cut.Typeface.Dispose();
    });
}
