using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws bars for paper: the axis, the bars and the whiskers, with labels and numbers beside them in the bundled font.
/// </summary>
internal sealed class StaticBars : IStaticChart
{
    private readonly BarChart _chart;
    private readonly Faces _faces;
    private readonly BarLayout _layout;

    /// <summary>Lays out the chart on a width.</summary>
    public StaticBars(BarChart chart, Faces faces, float width)
    {
        _chart = chart;
        _faces = faces;
        _layout = new BarLayout(chart, faces, width);
    }

    /// <inheritdoc/>
    public float Height => _layout.Height;

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        canvas.Save();
        canvas.Translate(left, top);
        DrawPlot(canvas);
        foreach (var (row, center) in Rows(row => HatchedBars.Draws(row.Form)))
        {
            HatchedBars.Draw(canvas, row, X, center);
        }

        DrawTicks(canvas);
        for (var i = 0; i < _chart.Rows.Count; i++)
        {
            var row = _chart.Rows[i];
            RowLabels.Draw(canvas, _faces, BarLayout.FaceOf(row, _faces), _layout.Places[i], row.Section, _layout.Left);
            DrawValue(canvas, row, _layout.Places[i]);
        }

        canvas.Restore();
    }

    private void DrawPlot(SKCanvas canvas)
    {
        foreach (var tick in _chart.Axis.Ticks.Where(tick => tick.Value != 0))
        {
            Pen.Line(canvas, X(tick.Value), 0, X(tick.Value), _layout.Bottom, Palette.Grid, 1);
        }

        foreach (var (row, center) in Rows(row => row.Form == BarForm.Exact))
        {
            DrawBar(canvas, X(0), X(row.Value!.Value), center, row.IsTotal ? Palette.Total : Palette.Bar);
        }

        Pen.Line(canvas, X(0), 0, X(0), _layout.Bottom, Palette.Total, 1.2f);
        var withWhiskers = Rows(row => row.HasWhisker && row.Lower < row.Upper).ToArray();
        if (withWhiskers.Length > 0)
        {
            DrawWhiskers(canvas, withWhiskers, Palette.Ground, 3.6f, 5);
            DrawWhiskers(canvas, withWhiskers, Palette.Ink, 1.4f, 4);
        }
    }

    private static void DrawBar(SKCanvas canvas, float from, float to, float center, string color)
    {
        // A rectangle and a path of the same corners get other shades along their edges: stored pictures have the rectangle's.
        using var paint = new SKPaint { Color = SKColor.Parse(color), IsAntialias = true };
        canvas.DrawRect(new SKRect(Math.Min(from, to), center - (BarLayout.BarHeight / 2), Math.Max(from, to), center + (BarLayout.BarHeight / 2)), paint);
    }

    private void DrawWhiskers(SKCanvas canvas, IEnumerable<(BarRow Row, float Center)> rows, string color, float width, float cap)
    {
        using var whiskers = new SKPath();
        foreach (var (row, center) in rows)
        {
            Pen.AddWhisker(whiskers, X(row.Lower!.Value), X(row.Upper!.Value), center, cap);
        }

        Pen.Stroke(canvas, whiskers, color, width);
    }

    private IEnumerable<(BarRow Row, float Center)> Rows(Func<BarRow, bool> wanted) =>
        _chart.Rows.Zip(_layout.Places, (row, place) => (row, place.Center)).Where(pair => wanted(pair.row));

    private float X(double value) =>
        _layout.Left + (float)((value - _chart.Axis.Min) / (_chart.Axis.Max - _chart.Axis.Min) * (_layout.Right - _layout.Left));

    private void DrawTicks(SKCanvas canvas)
    {
        foreach (var tick in _chart.Axis.Ticks)
        {
            var x = X(tick.Value) - (_faces.Small.Measure(tick.Label) / 2);
            Pen.Text(canvas, _faces.Small, tick.Label, x, _layout.Bottom + 16, Palette.Muted);
        }
    }

    private void DrawValue(SKCanvas canvas, BarRow row, RowPlace place)
    {
        var face = BarLayout.FaceOf(row, _faces);
        var color = row.Value is null ? Palette.Muted : Palette.Ink;
        var left = X(row.Reach) + BarLayout.LabelOffset(row);
        using var ground = new SKPath();
        ground.AddRect(SKRect.Create(left - 2, place.Center - 9, face.Measure(row.ValueLabel) + 4, 18));
        Pen.Fill(canvas, ground, Palette.Ground);
        Pen.Text(canvas, face, row.ValueLabel, left, place.Center + (face.CapHeight / 2), color);
    }
}
