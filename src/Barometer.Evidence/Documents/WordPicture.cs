using System.Buffers.Binary;
using DocumentFormat.OpenXml.Wordprocessing;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>A picture in a document, as wide as the text and with its alternative text.</summary>
internal static class WordPicture
{
    private const long Width = 16 * 360_000L;

    /// <summary>The highest that leaves room for a caption and a source on the page.</summary>
    private const long Highest = 21 * 360_000L;

    /// <summary>The paragraph that holds it.</summary>
    /// <param name="relationship">The image part's relationship.</param>
    /// <param name="number">The picture's number in the document.</param>
    /// <param name="png">The file, for its proportions.</param>
    /// <param name="altText">The picture in words.</param>
    public static Paragraph Of(string relationship, uint number, byte[] png, string altText)
    {
        var (width, height) = Size(png);
        var name = FormattableString.Invariant($"Figur {number}");
        var picture = new P.Picture(
            new P.NonVisualPictureProperties(
                new P.NonVisualDrawingProperties { Id = number, Name = name, Description = altText },
                new P.NonVisualPictureDrawingProperties()),
            new P.BlipFill(new D.Blip { Embed = relationship }, new D.Stretch(new D.FillRectangle())),
            new P.ShapeProperties(
                new D.Transform2D(new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = width, Cy = height }),
                new D.PresetGeometry(new D.AdjustValueList()) { Preset = D.ShapeTypeValues.Rectangle }));
        var inline = new W.Inline(
            new W.Extent { Cx = width, Cy = height },
            new W.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new W.DocProperties { Id = number, Name = name, Description = altText },
            new W.NonVisualGraphicFrameDrawingProperties(new D.GraphicFrameLocks { NoChangeAspect = true }),
            new D.Graphic(new D.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new Paragraph(
            new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "0", After = "120" }), new Run(new Drawing(inline)));
    }

    /// <summary>The size on paper, in English metric units, from the picture's points.</summary>
    private static (long Width, long Height) Size(byte[] png)
    {
        var (columns, rows) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var height = Width * rows / columns;
        return height <= Highest ? (Width, height) : (Highest * columns / rows, Highest);
    }
}
