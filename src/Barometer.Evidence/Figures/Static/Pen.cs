using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws text and simple shapes in the house's colours.</summary>
internal static class Pen
{
    /// <summary>One line of text with its baseline starting at the point.</summary>
    public static void Text(SKCanvas canvas, TextFace face, string text, float x, float baseline, string color)
    {
        if (face.Write is { } write)
        {
            write(canvas, face, text, x, baseline, color);
            return;
        }

        Outline(canvas, face, text, x, baseline, color);
    }

    /// <summary>The same as outlines, whatever the figure is drawn for.</summary>
    public static void Outline(SKCanvas canvas, TextFace face, string text, float x, float baseline, string color)
    {
        using var outline = face.Outline(text, x, baseline);
        Fill(canvas, outline, color);
    }

    /// <summary>One line of text that ends at <paramref name="right"/>.</summary>
    public static void TextEndingAt(SKCanvas canvas, TextFace face, string text, float right, float baseline, string color) =>
        Text(canvas, face, text, right - face.Measure(text), baseline, color);

    /// <summary>A filled shape.</summary>
    public static void Fill(SKCanvas canvas, SKPath shape, string color)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(color), IsAntialias = true, Style = SKPaintStyle.Fill };
        canvas.DrawPath(shape, paint);
    }

    /// <summary>A line along a shape.</summary>
    public static void Stroke(SKCanvas canvas, SKPath shape, string color, float width)
    {
        using var paint = new SKPaint
        {
            Color = SKColor.Parse(color),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
        };
        canvas.DrawPath(shape, paint);
    }

    /// <summary>A straight line.</summary>
    public static void Line(SKCanvas canvas, float fromX, float fromY, float toX, float toY, string color, float width)
    {
        using var path = new SKPath();
        path.MoveTo(fromX, fromY);
        path.LineTo(toX, toY);
        Stroke(canvas, path, color, width);
    }

    /// <summary>A filled rectangle.</summary>
    public static void Box(SKCanvas canvas, SKRect rect, string color)
    {
        using var path = new SKPath();
        path.AddRect(rect);
        Fill(canvas, path, color);
    }

    /// <summary>A horizontal whisker with caps.</summary>
    public static void Whisker(SKCanvas canvas, float from, float to, float y, string color, float width, float cap)
    {
        Line(canvas, from, y, to, y, color, width);
        Line(canvas, from, y - cap, from, y + cap, color, width);
        Line(canvas, to, y - cap, to, y + cap, color, width);
    }
}
