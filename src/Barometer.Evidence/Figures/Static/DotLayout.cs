namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Where everything of a dot chart stands, in the figure's units from the upper left corner of the area of points; the
/// legend and headers stand above it.
/// </summary>
internal sealed class DotLayout
{
    /// <summary>The radius of a point.</summary>
    public const float Radius = 5.5f;

    /// <summary>The thickness of a bar.</summary>
    public const float BarHeight = 15;

    /// <summary>How far the two whiskers of a row stand from its middle, where it has two.</summary>
    public const float WhiskerOffset = 9;

    private const float RowHeight = 17;
    private const float AxisHeight = 24;
    private const float LabelGap = 10;
    private const float ValueGap = 14;
    private const float HeaderHeight = 20;
    private const float LargestLabelShare = 0.42f;

    /// <summary>Places the rows of <paramref name="chart"/> on <paramref name="width"/>.</summary>
    public DotLayout(DotChart chart, Faces faces, float width)
    {
        var labels = chart.Rows.Select(row => TextWrap.Balanced(row.Label, width * LargestLabelShare, FaceOf(row, faces).Measure)).ToArray();
        Left = LabelGap + chart.Rows.Zip(labels).Max(pair => pair.Second.Max(FaceOf(pair.First, faces).Measure));
        Values = width - Math.Max(chart.Rows.Max(row => FaceOf(row, faces).Measure(row.ValueLabel)), faces.Small.Measure(chart.ValueHeader ?? ""));
        Right = Values - ValueGap;
        IsPaired = chart.Rows.Any(row => row.HasWhiskerBefore);
        (Places, Bottom) = RowStack.Place([.. chart.Rows.Select(row => (row.Section, row.IsTotal))], labels, IsPaired ? RowHeight + 6 : RowHeight, faces.Body.LineHeight);
        Legend = new Legend(chart.Legend, faces, width);
        Head = Legend.Height + (chart.Ends is null && chart.ValueHeader is null ? 0 : HeaderHeight);
    }

    /// <summary>Whether both points of a row have whiskers, which then stand above and below it.</summary>
    public bool IsPaired { get; }

    /// <summary>The legend over the chart.</summary>
    public Legend Legend { get; }

    /// <summary>The height of what stands over the area of points.</summary>
    public float Head { get; }

    /// <summary>Where the axis begins.</summary>
    public float Left { get; }

    /// <summary>Where the axis ends.</summary>
    public float Right { get; }

    /// <summary>Where the column of numbers begins.</summary>
    public float Values { get; }

    /// <summary>The lower edge of the points' area.</summary>
    public float Bottom { get; }

    /// <summary>The height with what stands above it and the axis under it.</summary>
    public float Height => Head + Bottom + AxisHeight;

    /// <summary>Each row's place.</summary>
    public IReadOnlyList<RowPlace> Places { get; }

    /// <summary>The face of a row's label and number.</summary>
    public static TextFace FaceOf(DotRow row, Faces faces) => row.IsStrong ? faces.Strong : faces.Body;
}
