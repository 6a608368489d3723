using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws bars whose number is no exact figure: rounded, a range, or a lower limit. Hatching is drawn line by line, since
/// pattern fills don't survive in an SVG file. The left side stays open, for the axis to show.
/// </summary>
internal static class HatchedBars
{
    /// <summary>The length of the arrow on a bar that is open upwards.</summary>
    public const float ArrowLength = 16;

    private const float Spacing = 5.5f;
    private const float LineWidth = 1.3f;

    /// <summary>Whether a bar of this form is drawn here.</summary>
    public static bool Draws(BarForm form) => form is BarForm.Rounded or BarForm.Range or BarForm.MoreThan;

    /// <summary>Draws one bar.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="row">The bar.</param>
    /// <param name="x">Where a value stands on the axis.</param>
    /// <param name="center">The height of the bar's middle.</param>
    public static void Draw(SKCanvas canvas, BarRow row, Func<double, float> x, float center)
    {
        var from = x(row.Form == BarForm.Range ? row.Lower!.Value : 0);
        var rect = new SKRect(from, center - (BarLayout.BarHeight / 2), x(row.Value!.Value), center + (BarLayout.BarHeight / 2));
        if (row.Form == BarForm.Range)
        {
            Fill(canvas, new SKRect(x(0) + 1, rect.Top, from, rect.Bottom), Palette.Bar);
        }

        Fill(canvas, new SKRect(rect.Left + 1, rect.Top, rect.Right, rect.Bottom), Palette.Tint);
        using var lines = new SKPath();
        AddHatch(lines, rect);
        AddOutline(lines, rect, isOpen: row.Form == BarForm.MoreThan);
        Pen.Stroke(canvas, lines, Palette.Bar, LineWidth);
    }

    private static void Fill(SKCanvas canvas, SKRect rect, string color)
    {
        using var path = new SKPath();
        path.AddRect(rect);
        Pen.Fill(canvas, path, color);
    }

    /// <summary>The upper, right and lower side; an open bar has an arrow onwards in place of its right side.</summary>
    private static void AddOutline(SKPath path, SKRect rect, bool isOpen)
    {
        path.MoveTo(rect.Left + 1, rect.Top);
        path.LineTo(rect.Right, rect.Top);
        if (!isOpen)
        {
            path.LineTo(rect.Right, rect.Bottom);
            path.LineTo(rect.Left + 1, rect.Bottom);
            return;
        }

        path.MoveTo(rect.Left + 1, rect.Bottom);
        path.LineTo(rect.Right, rect.Bottom);
        var tip = rect.Right + ArrowLength - 2;
        path.MoveTo(rect.Right, rect.MidY);
        path.LineTo(tip, rect.MidY);
        path.MoveTo(tip - 5, rect.MidY - 4);
        path.LineTo(tip, rect.MidY);
        path.LineTo(tip - 5, rect.MidY + 4);
    }

    /// <summary>Lines rising at 45 degrees, cut to the rectangle.</summary>
    private static void AddHatch(SKPath path, SKRect rect)
    {
        for (var foot = rect.Left - rect.Height + Spacing; foot < rect.Right; foot += Spacing)
        {
            var from = Math.Max(foot, rect.Left + 1);
            var to = Math.Min(foot + rect.Height, rect.Right);
            path.MoveTo(from, rect.Bottom - (from - foot));
            path.LineTo(to, rect.Bottom - (to - foot));
        }
    }
}
