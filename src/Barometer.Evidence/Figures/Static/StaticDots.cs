using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws points for paper: filled ones for what is, open ones for what was before or for another group, bars where the
/// length counts, whiskers for intervals, and the numbers in a column at the right.
/// </summary>
internal sealed class StaticDots : IStaticChart
{
    private const float Cap = 4;
    private const float ThinCap = 3;

    private readonly DotChart _chart;
    private readonly Faces _faces;
    private readonly DotLayout _layout;

    /// <summary>Lays out the chart on a width.</summary>
    public StaticDots(DotChart chart, Faces faces, float width)
    {
        _chart = chart;
        _faces = faces;
        _layout = new DotLayout(chart, faces, width);
    }

    /// <inheritdoc/>
    public float Height => _layout.Height;

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        canvas.Save();
        canvas.Translate(left, top);
        _layout.Legend.Draw(canvas, _faces.Body);
        canvas.Translate(0, _layout.Head);
        DrawHeaders(canvas);
        DrawAxis(canvas);
        foreach (var (row, place) in _chart.Rows.Zip(_layout.Places))
        {
            var face = DotLayout.FaceOf(row, _faces);
            RowLabels.Draw(canvas, _faces, face, place, row.Section, _layout.Left);
            DrawRow(canvas, row, place.Center);
            Pen.Text(canvas, face, row.ValueLabel, _layout.Values, place.Center + (face.CapHeight / 2), row.Value is null ? Palette.Muted : Palette.Ink);
        }

        canvas.Restore();
    }

    private void DrawHeaders(SKCanvas canvas)
    {
        const float Baseline = -7;
        if (_chart.Ends is { } ends && _chart.Reference is { } reference)
        {
            Pen.TextEndingAt(canvas, _faces.Small, ends.Below, X(reference) - 8, Baseline, Palette.Muted);
            Pen.Text(canvas, _faces.Small, ends.Above, X(reference) + 8, Baseline, Palette.Muted);
        }

        Pen.Text(canvas, _faces.Small, _chart.ValueHeader ?? "", _layout.Values, Baseline, Palette.Muted);
    }

    private void DrawAxis(SKCanvas canvas)
    {
        foreach (var tick in _chart.Axis.Ticks)
        {
            Pen.Line(canvas, X(tick.Value), 0, X(tick.Value), _layout.Bottom, Palette.Grid, 1);
            Pen.Text(canvas, _faces.Small, tick.Label, X(tick.Value) - (_faces.Small.Measure(tick.Label) / 2), _layout.Bottom + 16, Palette.Muted);
        }

        if (_chart.Reference is { } reference)
        {
            Pen.Line(canvas, X(reference), 0, X(reference), _layout.Bottom, Palette.Total, 1.2f);
        }
    }

    private void DrawRow(SKCanvas canvas, DotRow row, float center)
    {
        if (_chart.AsBars && row.Value is { } end)
        {
            var (from, to) = (X(_chart.Reference ?? 0), X(end));
            Pen.Box(canvas, new SKRect(Math.Min(from, to), center - (DotLayout.BarHeight / 2), Math.Max(from, to), center + (DotLayout.BarHeight / 2)), row.Color);
            Pen.Line(canvas, from, center - DotLayout.BarHeight, from, center + DotLayout.BarHeight, Palette.Total, 1.2f);
        }

        DrawWhiskers(canvas, row, center);
        DrawBefore(canvas, row, center);
        if (!_chart.AsBars && row.Value is { } value)
        {
            using var filled = Circle(X(value), center, DotLayout.Radius);
            Pen.Fill(canvas, filled, row.Color);
        }
    }

    /// <summary>One whisker through the point; or, where both points have one, the open point's above and the filled one's below.</summary>
    private void DrawWhiskers(SKCanvas canvas, DotRow row, float center)
    {
        if (row.HasWhiskerBefore)
        {
            Pen.Whisker(canvas, X(row.BeforeLower!.Value), X(row.BeforeUpper!.Value), center - DotLayout.WhiskerOffset, Palette.Total, 1.1f, ThinCap);
        }

        if (row.HasWhisker)
        {
            var (lower, upper) = (X(row.Lower!.Value), X(row.Upper!.Value));
            if (_layout.IsPaired)
            {
                Pen.Whisker(canvas, lower, upper, center + DotLayout.WhiskerOffset, row.Color, 1.6f, ThinCap);
                return;
            }

            if (_chart.AsBars)
            {
                Pen.Whisker(canvas, lower, upper, center, Palette.Ground, 3.6f, Cap + 1);
            }

            Pen.Whisker(canvas, lower, upper, center, Palette.Ink, 1.4f, Cap);
        }
    }

    private void DrawBefore(SKCanvas canvas, DotRow row, float center)
    {
        if (row.Before is not { } before)
        {
            return;
        }

        if (row.Value is { } after)
        {
            Pen.Line(canvas, X(before), center, X(after), center, Palette.OnTotal, 1.8f);
        }

        using var open = Circle(X(before), center, DotLayout.Radius - 0.8f);
        Pen.Fill(canvas, open, Palette.Ground);
        Pen.Stroke(canvas, open, Palette.Total, 1.6f);
    }

    private static SKPath Circle(float x, float y, float radius)
    {
        var path = new SKPath();
        path.AddCircle(x, y, radius);
        return path;
    }

    private float X(double value) =>
        _layout.Left + DotLayout.Radius + (float)(_chart.Axis.Place(value) * (_layout.Right - _layout.Left - (2 * DotLayout.Radius)));
}
