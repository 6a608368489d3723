using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws a figure as a PDF page of its own size, in vectors, with its title and its words as metadata and no time of
/// making. Text is outlines, as in the SVG file.
/// </summary>
internal static class PdfFile
{
    /// <summary>Points a unit: a figure 720 units wide is 16 cm on paper.</summary>
    private const float Scale = 16 / 2.54f * 72 / StaticFigure.PageWidth;

    /// <summary>The width of a slide in points.</summary>
    private const float SlideWidth = 960;

    /// <summary>The file.</summary>
    public static byte[] Write(FigureDescription figure)
    {
        using var drawing = new StaticFigure(figure);
        var scale = figure.Size == PictureSize.Slide ? SlideWidth / drawing.Width : Scale;
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = figure.Title,
            Subject = figure.AltText,
            Author = "Barometer.Analysis",
            Keywords = figure.Stamp.Id,
            Creation = null,
            Modified = null,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            var canvas = document.BeginPage(drawing.Width * scale, drawing.Height * scale);
            canvas.Scale(scale);
            drawing.Draw(canvas);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
