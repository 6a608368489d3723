namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Where everything of a chart of panels stands, in the figure's units from the chart's upper left corner: labels once at
/// the left of each line of panels, and panels of one width beside them.
/// </summary>
internal sealed class PanelLayout
{
    /// <summary>The thickness of a bar.</summary>
    public const float BarHeight = 13;

    /// <summary>How far right of a bar's farthest point its number begins.</summary>
    public const float NumberGap = 5;

    /// <summary>The height of a panel's axis, under its rows.</summary>
    public const float AxisHeight = 22;

    private const float RowGap = 7;
    private const float LabelGap = 10;
    private const float PanelGap = 16;
    private const float LineGap = 12;
    private const float LargestLabelShare = 0.34f;

    /// <summary>Places the panels of <paramref name="chart"/> on <paramref name="width"/>.</summary>
    public PanelLayout(PanelChart chart, Faces faces, float width)
    {
        Columns = chart.Panels.Count switch { <= 3 => chart.Panels.Count, 4 => 2, _ => 3 };
        Labels = [.. chart.Panels[0].Rows.Select(row => TextWrap.Balanced(row.Label, width * LargestLabelShare, faces.Body.Measure))];
        Left = LabelGap + Labels.Max(lines => lines.Max(faces.Body.Measure));
        PanelWidth = (width - Left - ((Columns - 1) * PanelGap)) / Columns;
        Titles = [.. chart.Panels.Select(panel => TextWrap.Balanced(panel.Title, PanelWidth, faces.Strong.Measure))];
        TitleHeights = [.. Titles.Chunk(Columns).Select(line => (line.Max(lines => lines.Count) * faces.Strong.LineHeight) + 4)];
        PlotWidth = Room(chart, faces);
        var top = 0f;
        Centers = [.. Labels.Select(lines =>
        {
            var height = Math.Max(BarHeight, lines.Count * faces.Body.LineHeight) + RowGap;
            top += height;
            return top - (height / 2);
        })];
        RowsHeight = top;
        Height = TitleHeights.Sum() + (TitleHeights.Count * (RowsHeight + AxisHeight)) + ((TitleHeights.Count - 1) * LineGap);
    }

    /// <summary>The number of panels beside each other.</summary>
    public int Columns { get; }

    /// <summary>The lines of each row's label.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Labels { get; }

    /// <summary>The lines of each panel's title.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Titles { get; }

    /// <summary>Where the first panel begins.</summary>
    public float Left { get; }

    /// <summary>The width of a panel with the room for its numbers.</summary>
    public float PanelWidth { get; }

    /// <summary>The width of a panel's axis.</summary>
    public float PlotWidth { get; }

    /// <summary>The height of the titles over each line of panels.</summary>
    public IReadOnlyList<float> TitleHeights { get; }

    /// <summary>The height of a panel's rows.</summary>
    public float RowsHeight { get; }

    /// <summary>The middle of each row, from the top of a panel's rows.</summary>
    public IReadOnlyList<float> Centers { get; }

    /// <summary>The height of it all.</summary>
    public float Height { get; }

    /// <summary>Where the rows of a panel begin.</summary>
    public (float X, float Y) Corner(int panel) => (
        Left + (panel % Columns * (PanelWidth + PanelGap)),
        TitleHeights.Take((panel / Columns) + 1).Sum() + (panel / Columns * (RowsHeight + AxisHeight + LineGap)));

    /// <summary>The widest axis that leaves room for every number right of its bar.</summary>
    private float Room(PanelChart chart, Faces faces)
    {
        var widest = PanelWidth - (faces.Small.Measure(chart.Axis.Ticks[^1].Label) / 2);
        foreach (var row in chart.Panels.SelectMany(panel => panel.Rows))
        {
            var share = (float)chart.Axis.Place(row.Reach);
            var room = PanelWidth - NumberGap - faces.Small.Measure(row.ValueLabel);
            widest = share > 0 ? Math.Min(widest, room / share) : widest;
        }

        return widest;
    }
}
