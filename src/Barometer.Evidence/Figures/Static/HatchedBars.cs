using Barometer.Evidence.Figures.Description;
using ScottPlot;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Bars whose number is no exact figure: rounded, a range, a lower or an upper limit. Hatching is drawn line by line,
/// since pattern fills don't survive in an SVG file.
/// </summary>
internal sealed class HatchedBars(IReadOnlyList<(BarRow Row, float Center)> bars) : IPlottable
{
    /// <summary>The length of the arrow on a bar that is open upwards.</summary>
    public const float ArrowLength = 16;

    private const float Spacing = 5.5f;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        foreach (var (row, center) in bars)
        {
            var hatchedFrom = row.Form == BarForm.Range ? row.Lower!.Value : 0;
            if (row.Form == BarForm.Range)
            {
                using var certain = Box(Rect(0, hatchedFrom, center));
                Pen.Fill(rp.Canvas, certain, Palette.Bar);
            }

            DrawHatched(rp.Canvas, row, Rect(hatchedFrom, row.Value!.Value, center));
        }
    }

    private static void DrawHatched(SKCanvas canvas, BarRow row, SKRect rect)
    {
        using var box = Box(rect);
        Pen.Fill(canvas, box, Palette.Tint);
        if (row.Form != BarForm.AtMost)
        {
            using var hatch = Hatch(rect);
            Pen.Stroke(canvas, hatch, Palette.Bar, 1.3f);
        }

        using var outline = row.Form == BarForm.AtLeast ? OpenBox(rect) : Box(rect);
        Pen.Stroke(canvas, outline, Palette.Bar, 1.3f);
    }

    private SKRect Rect(double from, double to, float center)
    {
        var left = Axes.GetPixelX(from);
        var middle = Axes.GetPixelY(center);
        return new SKRect(left, middle - (BarLayout.BarHeight / 2), Axes.GetPixelX(to), middle + (BarLayout.BarHeight / 2));
    }

    private static SKPath Box(SKRect rect)
    {
        var path = new SKPath();
        path.AddRect(rect);
        return path;
    }

    /// <summary>A box without its right side, and an arrow onwards from its middle.</summary>
    private static SKPath OpenBox(SKRect rect)
    {
        var path = new SKPath();
        path.MoveTo(rect.Right, rect.Top);
        path.LineTo(rect.Left, rect.Top);
        path.LineTo(rect.Left, rect.Bottom);
        path.LineTo(rect.Right, rect.Bottom);
        path.MoveTo(rect.Right, rect.MidY);
        path.LineTo(rect.Right + ArrowLength - 2, rect.MidY);
        path.MoveTo(rect.Right + ArrowLength - 7, rect.MidY - 4);
        path.LineTo(rect.Right + ArrowLength - 2, rect.MidY);
        path.LineTo(rect.Right + ArrowLength - 7, rect.MidY + 4);
        return path;
    }

    /// <summary>Lines rising at 45 degrees, cut to the rectangle.</summary>
    private static SKPath Hatch(SKRect rect)
    {
        var path = new SKPath();
        for (var foot = rect.Left - rect.Height + Spacing; foot < rect.Right; foot += Spacing)
        {
            var from = Math.Max(foot, rect.Left);
            var to = Math.Min(foot + rect.Height, rect.Right);
            path.MoveTo(from, rect.Bottom - (from - foot));
            path.LineTo(to, rect.Bottom - (to - foot));
        }

        return path;
    }
}
