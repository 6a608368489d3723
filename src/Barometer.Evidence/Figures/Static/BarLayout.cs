namespace Barometer.Evidence.Figures.Static;

/// <summary>Where everything of a bar chart stands, in the figure's units from the chart's upper left corner.</summary>
internal sealed class BarLayout
{
    /// <summary>The thickness of a bar.</summary>
    public const float BarHeight = 17;

    private const float AxisHeight = 24;
    private const float LabelGap = 10;
    private const float ValueGap = 7;
    private const float LargestLabelShare = 0.42f;

    /// <summary>Places the rows of <paramref name="chart"/> on <paramref name="width"/>.</summary>
    public BarLayout(BarChart chart, Faces faces, float width)
    {
        var labels = chart.Rows.Select(row => TextWrap.Balanced(row.Label, width * LargestLabelShare, FaceOf(row, faces).Measure)).ToArray();
        var labelWidth = chart.Rows.Zip(labels).Max(pair => pair.Second.Max(FaceOf(pair.First, faces).Measure));
        Left = labelWidth + LabelGap;
        Right = Left + PlotWidth(chart, faces, width - Left);
        (Places, Bottom) = RowStack.Place([.. chart.Rows.Select(row => (row.Section, row.IsTotal))], labels, BarHeight, faces.Body.LineHeight);
    }

    /// <summary>Where the value axis begins.</summary>
    public float Left { get; }

    /// <summary>Where the value axis ends.</summary>
    public float Right { get; }

    /// <summary>The lower edge of the bars' area.</summary>
    public float Bottom { get; }

    /// <summary>The height with the axis under it.</summary>
    public float Height => Bottom + AxisHeight;

    /// <summary>Each row's place.</summary>
    public IReadOnlyList<RowPlace> Places { get; }

    /// <summary>The face of a row's label.</summary>
    public static TextFace FaceOf(BarRow row, Faces faces) => row.IsTotal && row.Section is null ? faces.Strong : faces.Body;

    /// <summary>How far right of a bar's farthest point its number begins.</summary>
    public static float LabelOffset(BarRow row) => row.Form == BarForm.MoreThan ? ValueGap + HatchedBars.ArrowLength : ValueGap;

    /// <summary>The widest axis that leaves room for every number right of its bar.</summary>
    private static float PlotWidth(BarChart chart, Faces faces, float available)
    {
        var widest = available - (faces.Small.Measure(chart.Axis.Ticks[^1].Label) / 2);
        foreach (var row in chart.Rows)
        {
            var share = (float)((row.Reach - chart.Axis.Min) / (chart.Axis.Max - chart.Axis.Min));
            var room = available - LabelOffset(row) - FaceOf(row, faces).Measure(row.ValueLabel);
            widest = share > 0 ? Math.Min(widest, room / share) : widest;
        }

        return widest;
    }
}
