using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws a chart of lines over time for paper.</summary>
internal sealed class StaticLineChart(RowChart chart, Faces faces, float width, bool isNarrow) : IStaticChart
{
    private const float PointRadius = 4.5f;
    private const float Cap = 4;

    private readonly LineLayout _layout = new(chart, faces, width, hasNamesBeside: !isNarrow);

    /// <summary>The height it needs.</summary>
    public float Height => LineLayout.Height + (isNarrow ? _layout.Names.Count * faces.Body.LineHeight : 0);

    /// <summary>Draws it with its upper left corner at the point.</summary>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        canvas.Save();
        canvas.Translate(left, top);
        DrawAxes(canvas);
        DrawBreaks(canvas);
        foreach (var (line, i) in _layout.Lines.Select((line, i) => (line, i)))
        {
            DrawLine(canvas, line.Rows, _layout.Shift(i), hasNumbers: _layout.Lines.Count == 1);
        }

        foreach (var (i, (name, at, color)) in _layout.Names.Index())
        {
            var (x, center) = isNarrow ? (2f, LineLayout.Height + ((i + 0.5f) * faces.Body.LineHeight)) : (_layout.Right, at);
            Pen.Text(canvas, faces.Body, name, x + 8, center + (faces.Body.CapHeight / 2), color == Palette.Middle ? Palette.Muted : Palette.Contrast(color, Palette.Ground) >= 4.5 ? color : Palette.Ink);
            Pen.Box(canvas, SKRect.Create(x - 2, center - 1.2f, 7, 2.4f), color);
        }

        canvas.Restore();
    }

    private void DrawAxes(SKCanvas canvas)
    {
        foreach (var tick in chart.Axis.Ticks)
        {
            var y = _layout.Y(tick.Value);
            Pen.Line(canvas, _layout.Left, y, _layout.Right, y, tick.Value == 0 ? Palette.Total : Palette.Grid, tick.Value == 0 ? 1.2f : 1);
            Pen.TextEndingAt(canvas, faces.Small, tick.Label, _layout.Left - 8, y + (faces.Small.CapHeight / 2), Palette.Muted);
        }

        foreach (var wave in chart.Rows.DistinctBy(row => row.Time))
        {
            var x = _layout.X(wave.Time);
            Pen.Text(canvas, faces.Body, wave.Label, x - (faces.Body.Measure(wave.Label) / 2), LineLayout.Top + LineLayout.PlotHeight + 20, Palette.Ink);
        }
    }

    private void DrawBreaks(SKCanvas canvas)
    {
        foreach (var one in chart.Breaks)
        {
            var x = _layout.X(one.Value);
            for (var y = LineLayout.Top; y < LineLayout.Top + LineLayout.PlotHeight; y += 8)
            {
                Pen.Line(canvas, x, y, x, Math.Min(y + 4, LineLayout.Top + LineLayout.PlotHeight), Palette.Muted, 1.4f);
            }

            Pen.Text(canvas, faces.Small, one.Label, x - (faces.Small.Measure(one.Label) / 2), LineLayout.Top - 6, Palette.Muted);
        }
    }

    private void DrawLine(SKCanvas canvas, IReadOnlyList<ChartRow> rows, float shift, bool hasNumbers)
    {
        foreach (var (from, to) in LineLayout.Pieces(rows))
        {
            Pen.Line(canvas, _layout.X(from.Time) + shift, _layout.Y(from.Value!.Value), _layout.X(to.Time) + shift, _layout.Y(to.Value!.Value), to.Color, 2.4f);
        }

        foreach (var row in rows)
        {
            var x = _layout.X(row.Time) + shift;
            if (row.HasWhisker)
            {
                var (low, high) = (_layout.Y(row.Lower!.Value), _layout.Y(row.Upper!.Value));
                Pen.Line(canvas, x, low, x, high, row.Color, 1.4f);
                Pen.Line(canvas, x - Cap, low, x + Cap, low, row.Color, 1.4f);
                Pen.Line(canvas, x - Cap, high, x + Cap, high, row.Color, 1.4f);
            }

            if (row.Value is { } value)
            {
                using var point = new SKPath();
                point.AddCircle(x, _layout.Y(value), PointRadius);
                Pen.Fill(canvas, point, row.Color);
            }

            if (hasNumbers || row.Value is null)
            {
                // Over the whisker, where no line runs; what may not be shown stands over the axis.
                var y = row.Value is { } at ? _layout.Y(row.Upper ?? at) - 9 : _layout.Y(chart.Axis.Min) - 10;
                Pen.Text(canvas, faces.Strong, row.ValueLabel, x - (faces.Strong.Measure(row.ValueLabel) / 2), y, Palette.Ink);
            }
        }
    }
}
