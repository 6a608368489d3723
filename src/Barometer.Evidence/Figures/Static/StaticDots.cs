using Barometer.Evidence.Figures.Description;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws points for paper: filled ones for what is, open ones for what was before, whiskers for intervals, and the numbers
/// in a column at the right.
/// </summary>
internal sealed class StaticDots : IStaticChart
{
    private const float Cap = 4;

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
        DrawAxis(canvas);
        foreach (var (row, place) in _chart.Rows.Zip(_layout.Places))
        {
            var face = DotLayout.FaceOf(row, _faces);
            RowLabels.Draw(canvas, _faces, face, place, row.Section, _layout.Left);
            DrawPoint(canvas, row, place.Center);
            Pen.Text(canvas, face, row.ValueLabel, _layout.Values, place.Center + (face.CapHeight / 2), row.Value is null ? Palette.Muted : Palette.Ink);
        }

        canvas.Restore();
    }

    private void DrawAxis(SKCanvas canvas)
    {
        foreach (var tick in _chart.Axis.Ticks)
        {
            Line(canvas, X(tick.Value), 0, X(tick.Value), _layout.Bottom, Palette.Grid, 1);
            Pen.Text(canvas, _faces.Small, tick.Label, X(tick.Value) - (_faces.Small.Measure(tick.Label) / 2), _layout.Bottom + 16, Palette.Muted);
        }

        if (_chart.Reference is { } reference)
        {
            Line(canvas, X(reference), 0, X(reference), _layout.Bottom, Palette.Total, 1.2f);
        }
    }

    private void DrawPoint(SKCanvas canvas, DotRow row, float center)
    {
        if (row.HasWhisker)
        {
            var (lower, upper) = (X(row.Lower!.Value), X(row.Upper!.Value));
            Line(canvas, lower, center, upper, center, Palette.Ink, 1.4f);
            Line(canvas, lower, center - Cap, lower, center + Cap, Palette.Ink, 1.4f);
            Line(canvas, upper, center - Cap, upper, center + Cap, Palette.Ink, 1.4f);
        }

        if (row.Before is { } before)
        {
            if (row.Value is { } after)
            {
                Line(canvas, X(before), center, X(after), center, Palette.OnTotal, 1.8f);
            }

            using var open = Circle(X(before), center, DotLayout.Radius - 0.8f);
            Pen.Fill(canvas, open, Palette.Ground);
            Pen.Stroke(canvas, open, Palette.Total, 1.6f);
        }

        if (row.Value is { } value)
        {
            using var filled = Circle(X(value), center, DotLayout.Radius);
            Pen.Fill(canvas, filled, row.IsStrong ? Palette.Total : Palette.Bar);
        }
    }

    private static SKPath Circle(float x, float y, float radius)
    {
        var path = new SKPath();
        path.AddCircle(x, y, radius);
        return path;
    }

    private static void Line(SKCanvas canvas, float fromX, float fromY, float toX, float toY, string color, float width)
    {
        using var path = new SKPath();
        path.MoveTo(fromX, fromY);
        path.LineTo(toX, toY);
        Pen.Stroke(canvas, path, color, width);
    }

    private float X(double value) =>
        _layout.Left + DotLayout.Radius + (float)((value - _chart.Axis.Min) / (_chart.Axis.Max - _chart.Axis.Min) * (_layout.Right - _layout.Left - (2 * DotLayout.Radius)));
}
