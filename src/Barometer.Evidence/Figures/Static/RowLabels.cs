using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws what stands left of a chart's rows: their labels, and the headings of sections.</summary>
internal static class RowLabels
{
    private const float Gap = 10;

    /// <summary>The label of one row, right-aligned before the axis, and the heading over it where it opens a section.</summary>
    public static void Draw(SKCanvas canvas, Faces faces, TextFace face, RowPlace place, string? section, float axis)
    {
        var baseline = place.Center + (face.CapHeight / 2) - ((place.Label.Count - 1) * face.LineHeight / 2);
        foreach (var line in place.Label)
        {
            Pen.TextEndingAt(canvas, face, line, axis - Gap, baseline, Palette.Ink);
            baseline += face.LineHeight;
        }

        if (place.HeadingTop is { } top)
        {
            // Of the first heading also what stands above it, lest a stub of the axis be left there.
            Pen.Box(canvas, new SKRect(0, top == 0 ? -2 : top + 4, faces.Strong.Measure(section!) + 4, top + 24), Palette.Ground);
            Pen.Text(canvas, faces.Strong, section!, 0, top + 18, Palette.Ink);
        }
    }
}
