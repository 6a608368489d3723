using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Draws small charts of bars beside each other for paper.</summary>
internal sealed class StaticPanels : IStaticChart
{
    private const float Cap = 3;

    private readonly PanelChart _chart;
    private readonly Faces _faces;
    private readonly PanelLayout _layout;

    /// <summary>Lays out the chart on a width.</summary>
    public StaticPanels(PanelChart chart, Faces faces, float width)
    {
        _chart = chart;
        _faces = faces;
        _layout = new PanelLayout(chart, faces, width);
    }

    /// <inheritdoc/>
    public float Height => _layout.Height;

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        for (var i = 0; i < _chart.Panels.Count; i++)
        {
            var (x, y) = _layout.Corner(i);
            canvas.Save();
            canvas.Translate(left, top + y);
            if (i % _layout.Columns == 0)
            {
                DrawLabels(canvas);
            }

            canvas.Translate(x, 0);
            DrawTitle(canvas, _layout.Titles[i]);
            DrawAxis(canvas);
            foreach (var (row, center) in _chart.Panels[i].Rows.Zip(_layout.Centers))
            {
                DrawBar(canvas, row, center, _chart.Panels[i].IsTotal);
            }

            Pen.Line(canvas, X(0), 0, X(0), _layout.RowsHeight, Palette.Total, 1.2f);
            canvas.Restore();
        }
    }

    private void DrawLabels(SKCanvas canvas)
    {
        foreach (var (lines, center) in _layout.Labels.Zip(_layout.Centers))
        {
            RowLabels.Draw(canvas, _faces, _faces.Body, new RowPlace(center, lines, null), null, _layout.Left);
        }
    }

    private void DrawTitle(SKCanvas canvas, IReadOnlyList<string> lines)
    {
        var baseline = -8 - ((lines.Count - 1) * _faces.Strong.LineHeight);
        foreach (var line in lines)
        {
            Pen.Text(canvas, _faces.Strong, line, 0, baseline, Palette.Ink);
            baseline += _faces.Strong.LineHeight;
        }
    }

    private void DrawAxis(SKCanvas canvas)
    {
        foreach (var tick in _chart.Axis.Ticks)
        {
            Pen.Line(canvas, X(tick.Value), 0, X(tick.Value), _layout.RowsHeight, Palette.Grid, 1);
            Pen.Text(canvas, _faces.Small, tick.Label, X(tick.Value) - (_faces.Small.Measure(tick.Label) / 2), _layout.RowsHeight + 15, Palette.Muted);
        }
    }

    private void DrawBar(SKCanvas canvas, BarRow row, float center, bool isTotal)
    {
        if (row.Value is { } value)
        {
            var (from, to) = (Math.Min(X(0), X(value)), Math.Max(X(0), X(value)));
            Pen.Box(canvas, new SKRect(from, center - (PanelLayout.BarHeight / 2), to, center + (PanelLayout.BarHeight / 2)), isTotal ? Palette.Total : Palette.Bar);
        }

        if (row.HasWhisker)
        {
            Pen.Whisker(canvas, X(row.Lower!.Value), X(row.Upper!.Value), center, Palette.Ground, 3.4f, Cap + 1);
            Pen.Whisker(canvas, X(row.Lower.Value), X(row.Upper.Value), center, Palette.Ink, 1.3f, Cap);
        }

        var left = X(row.Reach) + PanelLayout.NumberGap;
        Pen.Box(canvas, SKRect.Create(left - 1, center - 7, _faces.Small.Measure(row.ValueLabel) + 2, 14), Palette.Ground);
        Pen.Text(canvas, _faces.Small, row.ValueLabel, left, center + (_faces.Small.CapHeight / 2), row.Value is null ? Palette.Muted : Palette.Ink);
    }

    private float X(double value) => (float)(_chart.Axis.Place(value) * _layout.PlotWidth);
}
