using ScottPlot;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws bars for paper: ScottPlot draws the axis, the bars and the whiskers; labels and numbers are set beside them in
/// the bundled font. On the vertical axis one unit is one unit of the figure, so that rows can differ in height.
/// </summary>
internal sealed class StaticBars : IStaticChart
{
    /// <summary>Room at both ends of the axis, so that the lines there are not cut in half.</summary>
    private const float Bleed = 2;

    private readonly BarChart _chart;
    private readonly Faces _faces;
    private readonly float _width;
    private readonly BarLayout _layout;

    /// <summary>Lays out the chart on a width.</summary>
    public StaticBars(BarChart chart, Faces faces, float width)
    {
        _chart = chart;
        _faces = faces;
        _width = width;
        _layout = new BarLayout(chart, faces, width);
    }

    /// <inheritdoc/>
    public float Height => _layout.Height;

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        canvas.Save();
        canvas.Translate(left, top);
        using (var plot = BuildPlot())
        {
            plot.RenderInMemory((int)_width, (int)MathF.Ceiling(Height));
            plot.Render(canvas, new PixelRect(0, _width, Height, 0));
        }

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

    private Plot BuildPlot()
    {
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.Layout.Fixed(new PixelPadding(_layout.Left - Bleed, _width - _layout.Right - Bleed, Height - _layout.Bottom, 0));
        var bleed = Bleed * (_chart.Axis.Max - _chart.Axis.Min) / (_layout.Right - _layout.Left);
        plot.Axes.SetLimits(_chart.Axis.Min - bleed, _chart.Axis.Max + bleed, _layout.Bottom, 0);
        plot.HideAxesAndGrid();
        AddGrid(plot);
        AddBars(plot);
        AddWhiskers(plot, Palette.Ground, 3.6f, 5);
        AddWhiskers(plot, Palette.Ink, 1.4f, 4);
        return plot;
    }

    private void AddGrid(Plot plot)
    {
        foreach (var tick in _chart.Axis.Ticks.Where(tick => tick.Value != 0))
        {
            plot.Add.Line(tick.Value, 0, tick.Value, _layout.Bottom).LineStyle = Line(Palette.Grid, 1);
        }
    }

    private void AddBars(Plot plot)
    {
        var exact = Rows(row => row.Form == BarForm.Exact).Select(place => new Bar
        {
            Position = place.Center,
            Value = place.Row.Value!.Value,
            Size = BarLayout.BarHeight,
            Orientation = Orientation.Horizontal,
            FillColor = Color.FromHex(place.Row.IsTotal ? Palette.Total : Palette.Bar),
            LineWidth = 0,
        });
        plot.Add.Bars(exact.ToArray());
        plot.Add.Line(0, 0, 0, _layout.Bottom).LineStyle = Line(Palette.Total, 1.2f);
    }

    private void AddWhiskers(Plot plot, string color, float width, float cap)
    {
        var rows = Rows(row => row.HasWhisker).ToArray();
        var whiskers = new ScottPlot.Plottables.ErrorBar(
            [.. rows.Select(place => place.Row.Value!.Value)],
            [.. rows.Select(place => (double)place.Center)],
            null,
            null,
            null,
            null)
        {
            XErrorNegative = [.. rows.Select(place => place.Row.Value!.Value - place.Row.Lower!.Value)],
            XErrorPositive = [.. rows.Select(place => place.Row.Upper!.Value - place.Row.Value!.Value)],
            LineStyle = Line(color, width),
            CapSize = cap,
        };
        plot.PlottableList.Add(whiskers);
    }

    private IEnumerable<(BarRow Row, float Center)> Rows(Func<BarRow, bool> wanted) =>
        _chart.Rows.Zip(_layout.Places, (row, place) => (row, place.Center)).Where(pair => wanted(pair.row));

    private static LineStyle Line(string color, float width) => new() { Color = Color.FromHex(color), Width = width, AntiAlias = true };

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
