using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws divided bars for paper: the parts with their numbers where there is room, and a number at the right.</summary>
internal sealed class StaticStacks : IStaticChart
{
    private const float Gap = 1.5f;
    private const float HatchSpacing = 5.5f;

    private readonly StackedChart _chart;
    private readonly Faces _faces;
    private readonly StackLayout _layout;

    /// <summary>Lays out the chart on a width.</summary>
    public StaticStacks(StackedChart chart, Faces faces, float width)
    {
        _chart = chart;
        _faces = faces;
        _layout = new StackLayout(chart, faces, width);
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
        Pen.Text(canvas, _faces.Small, _chart.ValueHeader ?? "", _layout.Values, -4, Palette.Muted);
        DrawAxis(canvas);
        foreach (var (row, place) in _chart.Rows.Zip(_layout.Places))
        {
            DrawRow(canvas, row, place);
        }

        canvas.Restore();
    }

    private void DrawAxis(SKCanvas canvas)
    {
        foreach (var tick in _chart.Axis.Ticks)
        {
            Pen.Line(canvas, X(tick.Value), 0, X(tick.Value), _layout.Bottom, Palette.Grid, 1);
            Pen.Text(canvas, _faces.Small, tick.Label, X(tick.Value) - (_faces.Small.Measure(tick.Label) / 2), _layout.Bottom + 16, Palette.Muted);
        }
    }

    private void DrawRow(SKCanvas canvas, StackedRow row, RowPlace place)
    {
        var face = StackLayout.FaceOf(row, _faces);
        RowLabels.Draw(canvas, _faces, face, place, row.Section, _layout.Left);
        foreach (var segment in row.Segments.Where(segment => segment.To > segment.From))
        {
            DrawSegment(canvas, segment, place.Center);
        }

        if (row.Segments.Count == 0)
        {
            Pen.Text(canvas, face, Formats.StandardSymbols.Sign(Formats.StandardSymbol.NotPublishable), X(0) + 7, place.Center + (face.CapHeight / 2), Palette.Muted);
        }

        Pen.Text(canvas, face, row.ValueLabel, _layout.Values, place.Center + (face.CapHeight / 2), Palette.Ink);
    }

    private void DrawSegment(SKCanvas canvas, StackedSegment segment, float center)
    {
        var (from, to) = (X(segment.From), X(segment.To));
        var rect = new SKRect(from, center - (StackLayout.BarHeight / 2), Math.Max(from + 0.5f, to - Gap), center + (StackLayout.BarHeight / 2));
        var key = segment.Key is { } index ? _chart.Legend[index] : null;
        if (key is { Mark: LegendMark.Square })
        {
            Pen.Box(canvas, rect, key.Color);
        }
        else
        {
            DrawOutlined(canvas, rect, key?.Color);
        }

        if (_layout.HasRoom(segment, _chart.Axis, _faces))
        {
            var middle = (rect.Left + rect.Right) / 2;
            var width = _faces.Small.Measure(segment.Text);
            var color = key is { Mark: LegendMark.Square } ? Palette.On(key.Color) : Palette.Ink;
            if (key is null)
            {
                Pen.Box(canvas, SKRect.Create(middle - (width / 2) - 3, center - 8, width + 6, 16), Palette.Ground);
            }

            Pen.Text(canvas, _faces.Small, segment.Text, middle - (width / 2), center + (_faces.Small.CapHeight / 2), color);
        }
    }

    /// <summary>A light part with an outline; hatched when it has no colour of its own.</summary>
    private static void DrawOutlined(SKCanvas canvas, SKRect rect, string? color)
    {
        rect.Inflate(-0.6f, -0.6f);
        using var shape = new SKPath();
        shape.AddRect(rect);
        Pen.Fill(canvas, shape, color ?? Palette.Ground);
        for (var foot = rect.Left - rect.Height + HatchSpacing; color is null && foot < rect.Right; foot += HatchSpacing)
        {
            var (from, to) = (Math.Max(foot, rect.Left), Math.Min(foot + rect.Height, rect.Right));
            shape.MoveTo(from, rect.Bottom - (from - foot));
            shape.LineTo(to, rect.Bottom - (to - foot));
        }

        Pen.Stroke(canvas, shape, Palette.Middle, 1.2f);
    }

    private float X(double value) => _layout.Left + (float)(_chart.Axis.Place(value) * (_layout.Right - _layout.Left));
}
