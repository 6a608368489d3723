using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws what stands in the rows of a chart: bars, filled points for what is and open ones for what was before or for
/// another group, divided bars, and whiskers for intervals.
/// </summary>
internal sealed class StaticMarks(SKCanvas canvas, RowChart chart, RowLayout layout, Faces faces)
{
    private const float Cap = 4;
    private const float ThinCap = 3;
    private const float EdgeWidth = 3.6f;
    private const float WhiskerWidth = 1.4f;
    private const float HatchSpacing = 5.5f;
    private const float SegmentGap = 1.5f;

    /// <summary>All bars of exact numbers.</summary>
    public void DrawBars()
    {
        foreach (var (row, center) in layout.Rows.Where(one => one.Row is { Form: ValueForm.Exact, Value: not null }))
        {
            // A rectangle and a path of the same corners get other shades along their edges: stored pictures have the rectangle's.
            using var paint = new SKPaint { Color = SKColor.Parse(row.Color), IsAntialias = true };
            canvas.DrawRect(Bar(layout.X(0), layout.X(row.Value!.Value), center), paint);
        }
    }

    /// <summary>The whiskers of all bars, dark with a light edge, so that they show on every bar.</summary>
    public void DrawWhiskersOfBars()
    {
        var rows = layout.Rows.Where(one => one.Row.HasWhisker && one.Row.Lower < one.Row.Upper).ToArray();
        if (rows.Length > 0)
        {
            Draw(Palette.Ground, EdgeWidth, Cap + 1);
            Draw(Palette.Ink, WhiskerWidth, Cap);
        }

        void Draw(string color, float width, float cap)
        {
            using var whiskers = new SKPath();
            foreach (var (row, center) in rows)
            {
                var (lower, upper) = (layout.X(row.Lower!.Value), layout.X(row.Upper!.Value));
                AddLine(whiskers, lower, center - cap, lower, center + cap);
                AddLine(whiskers, lower, center, upper, center);
                AddLine(whiskers, upper, center - cap, upper, center + cap);
            }

            Pen.Stroke(canvas, whiskers, color, width);
        }
    }

    /// <summary>
    /// Bars whose number is no exact figure: rounded, a range, or a lower limit. Hatching is drawn line by line, since
    /// pattern fills don't survive in an SVG file. The left side stays open, for the axis to show.
    /// </summary>
    public void DrawHatchedBars()
    {
        foreach (var (row, center) in layout.Rows.Where(one => one.Row.IsHatched))
        {
            var bar = Bar(layout.X(row.Form == ValueForm.Range ? row.Lower!.Value : 0), layout.X(row.Value!.Value), center);
            if (row.Form == ValueForm.Range)
            {
                Pen.Box(canvas, new SKRect(layout.X(0) + 1, bar.Top, bar.Left, bar.Bottom), Palette.Bar);
            }

            Pen.Box(canvas, new SKRect(bar.Left + 1, bar.Top, bar.Right, bar.Bottom), Palette.Tint);
            using var lines = new SKPath();
            AddHatching(lines, bar, bar.Left + 1);
            AddOpenOutline(lines, bar, hasArrow: row.Form == ValueForm.MoreThan);
            Pen.Stroke(canvas, lines, Palette.Bar, 1.3f);
        }
    }

    /// <summary>What stands in one row of a chart that is drawn row by row.</summary>
    public void DrawRow(ChartRow row, float center)
    {
        switch (chart.Mark)
        {
            case RowMark.Dots:
                DrawWhiskers(row, center, hasEdge: false);
                DrawPoints(row, center);
                break;
            case RowMark.SidedBars:
                DrawSidedBar(row, center);
                DrawWhiskers(row, center, hasEdge: true);
                break;
            case RowMark.Stacks:
                DrawSegments(row, center);
                break;
        }
    }

    private void DrawSidedBar(ChartRow row, float center)
    {
        if (row.Value is { } end)
        {
            var from = layout.X(chart.Reference ?? 0);
            if (row.IsOutlined)
            {
                DrawOutlined(Bar(from, layout.X(end), center), row.Color, Palette.Muted);
            }
            else
            {
                Pen.Box(canvas, Bar(from, layout.X(end), center), row.Color);
            }

            Pen.Line(canvas, from, center - layout.Thickness, from, center + layout.Thickness, Palette.Total, 1.2f);
        }
    }

    /// <summary>One whisker through the mark; or, where both points have one, the open point's above and the filled one's below.</summary>
    private void DrawWhiskers(ChartRow row, float center, bool hasEdge)
    {
        if (row.HasWhiskerBefore)
        {
            Pen.Whisker(canvas, layout.X(row.BeforeLower!.Value), layout.X(row.BeforeUpper!.Value), center - RowLayout.WhiskerOffset, Palette.Total, 1.1f, ThinCap);
        }

        if (!row.HasWhisker)
        {
            return;
        }

        var (lower, upper) = (layout.X(row.Lower!.Value), layout.X(row.Upper!.Value));
        if (layout.IsPaired)
        {
            Pen.Whisker(canvas, lower, upper, center + RowLayout.WhiskerOffset, row.Color, 1.6f, ThinCap);
            return;
        }

        if (hasEdge)
        {
            Pen.Whisker(canvas, lower, upper, center, Palette.Ground, EdgeWidth, Cap + 1);
        }

        Pen.Whisker(canvas, lower, upper, center, Palette.Ink, WhiskerWidth, Cap);
    }

    /// <summary>The open point with the line from it, and the filled one.</summary>
    private void DrawPoints(ChartRow row, float center)
    {
        if (row.Before is { } before)
        {
            if (row.Value is { } after)
            {
                Pen.Line(canvas, layout.X(before), center, layout.X(after), center, Palette.OnTotal, 1.8f);
            }

            using var open = new SKPath();
            open.AddCircle(layout.X(before), center, RowLayout.Radius - 0.8f);
            Pen.Fill(canvas, open, Palette.Ground);
            Pen.Stroke(canvas, open, Palette.Total, 1.6f);
        }

        if (row.Value is { } value)
        {
            using var point = new SKPath();
            point.AddCircle(layout.X(value), center, row.IsOutlined ? RowLayout.Radius - 0.8f : RowLayout.Radius);
            Pen.Fill(canvas, point, row.IsOutlined ? Palette.Ground : row.Color);
            if (row.IsOutlined)
            {
                Pen.Stroke(canvas, point, Palette.Muted, 1.6f);
            }
        }
    }

    private void DrawSegments(ChartRow row, float center)
    {
        foreach (var segment in row.Segments.Where(segment => segment.To > segment.From))
        {
            DrawSegment(segment, center);
        }

        if (row.Segments.Count == 0)
        {
            var face = layout.FaceOf(row);
            Pen.Text(canvas, face, StandardSymbol.NotPublishable.Sign(), layout.X(0) + 7, center + (face.CapHeight / 2), Palette.Muted);
        }
    }

    private void DrawSegment(Segment segment, float center)
    {
        var (from, to) = (layout.X(segment.From), layout.X(segment.To));
        var bar = Bar(from, Math.Max(from + 0.5f, to - SegmentGap), center);
        var key = segment.Key is { } index ? chart.Legend[index] : null;
        var isFilled = key is { Mark: LegendMark.Square };
        if (isFilled)
        {
            Pen.Box(canvas, bar, key!.Color);
        }
        else
        {
            DrawOutlined(bar, key?.Color, Palette.Middle);
        }

        if (layout.HasRoom(segment))
        {
            var middle = (bar.Left + bar.Right) / 2;
            var width = faces.Small.Measure(segment.Text);
            if (key is null)
            {
                Pen.Box(canvas, SKRect.Create(middle - (width / 2) - 3, center - 8, width + 6, 16), Palette.Ground);
            }

            Pen.Text(canvas, faces.Small, segment.Text, middle - (width / 2), center + (faces.Small.CapHeight / 2), isFilled ? Palette.On(key!.Color) : Palette.Ink);
        }
    }

    /// <summary>A light part with an outline; hatched when it has no colour of its own.</summary>
    private void DrawOutlined(SKRect bar, string? color, string outline)
    {
        bar.Inflate(-0.6f, -0.6f);
        using var shape = new SKPath();
        shape.AddRect(bar);
        Pen.Fill(canvas, shape, color ?? Palette.Ground);
        if (color is null)
        {
            AddHatching(shape, bar, bar.Left);
        }

        Pen.Stroke(canvas, shape, outline, 1.2f);
    }

    private SKRect Bar(float from, float to, float center) =>
        new(Math.Min(from, to), center - (layout.Thickness / 2), Math.Max(from, to), center + (layout.Thickness / 2));

    /// <summary>Lines rising at 45 degrees, cut to the rectangle and to what lies right of <paramref name="left"/>.</summary>
    private static void AddHatching(SKPath path, SKRect bar, float left)
    {
        for (var foot = bar.Left - bar.Height + HatchSpacing; foot < bar.Right; foot += HatchSpacing)
        {
            var (from, to) = (Math.Max(foot, left), Math.Min(foot + bar.Height, bar.Right));
            AddLine(path, from, bar.Bottom - (from - foot), to, bar.Bottom - (to - foot));
        }
    }

    /// <summary>The upper, right and lower side; an open bar has an arrow onwards in place of its right side.</summary>
    private static void AddOpenOutline(SKPath path, SKRect bar, bool hasArrow)
    {
        AddLine(path, bar.Left + 1, bar.Top, bar.Right, bar.Top);
        if (!hasArrow)
        {
            path.LineTo(bar.Right, bar.Bottom);
            path.LineTo(bar.Left + 1, bar.Bottom);
            return;
        }

        AddLine(path, bar.Left + 1, bar.Bottom, bar.Right, bar.Bottom);
        var tip = bar.Right + RowLayout.ArrowLength - 2;
        AddLine(path, bar.Right, bar.MidY, tip, bar.MidY);
        AddLine(path, tip - 5, bar.MidY - 4, tip, bar.MidY);
        path.LineTo(tip - 5, bar.MidY + 4);
    }

    private static void AddLine(SKPath path, float fromX, float fromY, float toX, float toY)
    {
        path.MoveTo(fromX, fromY);
        path.LineTo(toX, toY);
    }
}
