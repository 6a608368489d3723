using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws a chart of rows for paper: legend, headers, axis, labels, marks and numbers.</summary>
internal sealed class StaticRowChart : IStaticChart
{
    private readonly RowChart _chart;
    private readonly Faces _faces;
    private readonly RowLayout _layout;

    /// <summary>Lays out the chart on a width.</summary>
    public StaticRowChart(RowChart chart, Faces faces, float width, bool isNarrow)
    {
        _chart = chart;
        _faces = faces;
        _layout = new RowLayout(chart, faces, width, isNarrow);
    }

    /// <summary>The height it needs at its width.</summary>
    public float Height => _layout.Height;

    /// <summary>Draws it with its upper left corner at the point.</summary>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        var marks = new StaticMarks(canvas, _chart, _layout, _faces);
        canvas.Save();
        canvas.Translate(left, top);
        _layout.Legend.Draw(canvas, _faces.Body);
        canvas.Translate(0, _layout.Head);
        if (_layout.HasColumn)
        {
            DrawHeaders(canvas);
        }

        DrawTicks(canvas);
        if (_chart.Mark == RowMark.Bars)
        {
            // The reference covers the ends of the bars, and whiskers and hatching begin beside it.
            marks.DrawBars();
            DrawReference(canvas);
            marks.DrawWhiskersOfBars();
            marks.DrawHatchedBars();
        }
        else
        {
            DrawReference(canvas);
        }

        foreach (var (row, place) in _chart.Rows.Zip(_layout.Places))
        {
            DrawLabel(canvas, row, place);
            marks.DrawRow(row, place.Center);
            DrawNumber(canvas, row, place);
        }

        canvas.Restore();
    }

    private void DrawHeaders(SKCanvas canvas)
    {
        var baseline = _layout.HeaderBaseline;
        if (_chart.Ends is { } ends && _chart.Reference is { } reference)
        {
            Pen.TextEndingAt(canvas, _faces.Small, ends.Below, _layout.X(reference) - 8, baseline, Palette.Muted);
            Pen.Text(canvas, _faces.Small, ends.Above, _layout.X(reference) + 8, baseline, Palette.Muted);
        }

        if (_layout.IsNarrow)
        {
            Pen.TextEndingAt(canvas, _faces.Small, _chart.ValueHeader ?? "", _layout.Values, _chart.Ends is null ? baseline : baseline - _faces.Small.LineHeight, Palette.Muted);
        }
        else
        {
            Pen.Text(canvas, _faces.Small, _chart.ValueHeader ?? "", _layout.Values, baseline, Palette.Muted);
        }
    }

    private void DrawTicks(SKCanvas canvas)
    {
        var free = float.MinValue; // where the last label ended
        foreach (var tick in _chart.Axis.Ticks)
        {
            var x = _layout.X(tick.Value);
            var width = _faces.Small.Measure(tick.Label);
            if (_chart.Mark != RowMark.Bars || tick.Value != _chart.Reference)
            {
                foreach (var (top, bottom) in _layout.Runs)
                {
                    Pen.Line(canvas, x, top, x, bottom, Palette.Grid, 1);
                }
            }

            if (!_layout.IsNarrow || x - (width / 2) > free)
            {
                Pen.Text(canvas, _faces.Small, tick.Label, x - (width / 2), _layout.Bottom + 16, Palette.Muted);
                free = x + (width / 2) + 4;
            }
        }
    }

    private void DrawReference(SKCanvas canvas)
    {
        if (_chart.Reference is { } reference)
        {
            foreach (var (top, bottom) in _layout.Runs)
            {
                Pen.Line(canvas, _layout.X(reference), top, _layout.X(reference), bottom, Palette.Total, 1.2f);
            }
        }
    }

    /// <summary>The label of one row, right-aligned before the axis or over its mark, and the heading over it where it opens a section.</summary>
    private void DrawLabel(SKCanvas canvas, ChartRow row, RowPlace place)
    {
        const float Gap = 10;
        var face = _layout.FaceOf(row);
        var baseline = place.LabelTop is { } over ? over + ((face.LineHeight + face.CapHeight) / 2) : place.Center + (face.CapHeight / 2) - ((place.Label.Count - 1) * face.LineHeight / 2);
        foreach (var line in place.Label)
        {
            if (_layout.IsNarrow)
            {
                Pen.Box(canvas, SKRect.Create(0, baseline - face.Size, face.Measure(line) + 4, face.LineHeight), Palette.Ground);
                Pen.Text(canvas, face, line, 0, baseline, Palette.Ink);
            }
            else
            {
                Pen.TextEndingAt(canvas, face, line, _layout.Left - Gap, baseline, Palette.Ink);
            }

            baseline += face.LineHeight;
        }

        if (place.HeadingTop is { } top)
        {
            // Of the first heading also what stands above it, lest a stub of the axis be left there.
            Pen.Box(canvas, new SKRect(0, top == 0 ? -2 : top + 4, _faces.Strong.Measure(row.Section!) + 4, top + 24), Palette.Ground);
            Pen.Text(canvas, _faces.Strong, row.Section!, 0, top + 18, Palette.Ink);
        }
    }

    /// <summary>The number in its column, beside its bar on a ground that interrupts the grid, or at the end of its label.</summary>
    private void DrawNumber(SKCanvas canvas, ChartRow row, RowPlace place)
    {
        var (face, center) = (_layout.FaceOf(row), place.Center);
        var left = _layout.Values;
        if (place.LabelTop is { } top)
        {
            (left, center) = (_layout.Values - face.Measure(row.ValueLabel), top + (face.LineHeight / 2));
            Pen.Box(canvas, SKRect.Create(left - 2, top, face.Measure(row.ValueLabel) + 4, face.LineHeight), Palette.Ground);
        }
        else if (!_layout.HasColumn)
        {
            left = _layout.X(row.Reach) + RowLayout.NumberOffset(row);
            Pen.Box(canvas, SKRect.Create(left - 2, center - 9, face.Measure(row.ValueLabel) + 4, 18), Palette.Ground);
        }

        var color = row.Value is null && _chart.Mark != RowMark.Stacks ? Palette.Muted : Palette.Ink;
        Pen.Text(canvas, face, row.ValueLabel, left, center + (face.CapHeight / 2), color);
    }
}
