using Barometer.Evidence.Figures.Description;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Where everything of a dot chart stands, in the figure's units from the chart's upper left corner.</summary>
internal sealed class DotLayout
{
    /// <summary>The radius of a point.</summary>
    public const float Radius = 5.5f;

    private const float RowHeight = 17;
    private const float AxisHeight = 24;
    private const float LabelGap = 10;
    private const float ValueGap = 14;
    private const float LargestLabelShare = 0.42f;

    /// <summary>Places the rows of <paramref name="chart"/> on <paramref name="width"/>.</summary>
    public DotLayout(DotChart chart, Faces faces, float width)
    {
        var labels = chart.Rows.Select(row => TextWrap.Balanced(row.Label, width * LargestLabelShare, FaceOf(row, faces).Measure)).ToArray();
        Left = LabelGap + chart.Rows.Zip(labels).Max(pair => pair.Second.Max(FaceOf(pair.First, faces).Measure));
        Values = width - chart.Rows.Max(row => FaceOf(row, faces).Measure(row.ValueLabel));
        Right = Values - ValueGap;
        (Places, Bottom) = RowStack.Place([.. chart.Rows.Select(row => (row.Section, false))], labels, RowHeight, faces.Body.LineHeight);
    }

    /// <summary>Where the axis begins.</summary>
    public float Left { get; }

    /// <summary>Where the axis ends.</summary>
    public float Right { get; }

    /// <summary>Where the column of numbers begins.</summary>
    public float Values { get; }

    /// <summary>The lower edge of the points' area.</summary>
    public float Bottom { get; }

    /// <summary>The height with the axis under it.</summary>
    public float Height => Bottom + AxisHeight;

    /// <summary>Each row's place.</summary>
    public IReadOnlyList<RowPlace> Places { get; }

    /// <summary>The face of a row's label and number.</summary>
    public static TextFace FaceOf(DotRow row, Faces faces) => row.IsStrong ? faces.Strong : faces.Body;
}
