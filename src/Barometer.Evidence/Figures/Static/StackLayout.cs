namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Where everything of a chart of divided bars stands, in the figure's units from the upper left corner of the area of
/// bars; the legend and the header stand above it.
/// </summary>
internal sealed class StackLayout
{
    /// <summary>The thickness of a bar.</summary>
    public const float BarHeight = 21;

    private const float AxisHeight = 24;
    private const float LabelGap = 10;
    private const float ValueGap = 12;
    private const float HeaderHeight = 18;
    private const float LargestLabelShare = 0.36f;
    private const float NumberRoom = 6;

    /// <summary>Places the rows of <paramref name="chart"/> on <paramref name="width"/>.</summary>
    public StackLayout(StackedChart chart, Faces faces, float width)
    {
        var labels = chart.Rows.Select(row => TextWrap.Balanced(row.Label, width * LargestLabelShare, FaceOf(row, faces).Measure)).ToArray();
        Left = LabelGap + chart.Rows.Zip(labels).Max(pair => pair.Second.Max(FaceOf(pair.First, faces).Measure));
        var values = Math.Max(chart.Rows.Max(row => FaceOf(row, faces).Measure(row.ValueLabel)), faces.Small.Measure(chart.ValueHeader ?? ""));
        Values = width - values;
        Right = values > 0 ? Values - ValueGap : width - (faces.Small.Measure(chart.Axis.Ticks[^1].Label) / 2);
        (Places, Bottom) = RowStack.Place([.. chart.Rows.Select(row => (row.Section, row.IsTotal))], labels, BarHeight, faces.Body.LineHeight);
        Legend = new Legend(chart.Legend, faces, width);
        Head = Legend.Height + (chart.ValueHeader is null ? 0 : HeaderHeight);
    }

    /// <summary>The legend over the chart.</summary>
    public Legend Legend { get; }

    /// <summary>The height of what stands over the bars' area.</summary>
    public float Head { get; }

    /// <summary>Where the axis begins.</summary>
    public float Left { get; }

    /// <summary>Where the axis ends.</summary>
    public float Right { get; }

    /// <summary>Where the column of numbers begins.</summary>
    public float Values { get; }

    /// <summary>The lower edge of the bars' area.</summary>
    public float Bottom { get; }

    /// <summary>The height with what stands above it and the axis under it.</summary>
    public float Height => Head + Bottom + AxisHeight;

    /// <summary>Each row's place.</summary>
    public IReadOnlyList<RowPlace> Places { get; }

    /// <summary>The face of a row's label and number.</summary>
    public static TextFace FaceOf(StackedRow row, Faces faces) => row.IsTotal && row.Section is null ? faces.Strong : faces.Body;

    /// <summary>Whether a part is wide enough for its number.</summary>
    public bool HasRoom(StackedSegment segment, ValueAxis axis, Faces faces) =>
        (axis.Place(segment.To) - axis.Place(segment.From)) * (Right - Left) >= faces.Small.Measure(segment.Text) + NumberRoom;
}
