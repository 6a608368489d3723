namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Where everything of a chart of rows stands, in the figure's units from the upper left corner of the area of marks; the
/// legend and the headers stand above it. The interactive chart stands in the same places.
/// </summary>
internal sealed class RowLayout
{
    /// <summary>The radius of a point.</summary>
    public const float Radius = 5.5f;

    /// <summary>How far the two whiskers of a row stand from its middle, where it has two.</summary>
    public const float WhiskerOffset = 9;

    /// <summary>The length of the arrow on a bar that is open upwards.</summary>
    public const float ArrowLength = 16;

    private const float AxisHeight = 24;
    private const float LabelGap = 10;
    private const float NumberGap = 7;
    private const float NumberRoom = 6;
    private const float RowGap = 11;
    private const float SectionHeight = 27;
    private const float TotalGap = 8;
    private const float PanelGap = 18;
    private const float UnderLabel = 3;
    private const float BesideLabel = 10;

    private readonly RowChart _chart;
    private readonly Faces _faces;
    private readonly float _inset;

    /// <summary>Places the rows of <paramref name="chart"/> on <paramref name="width"/>.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="faces">The faces of its words.</param>
    /// <param name="width">The width.</param>
    /// <param name="isNarrow">Whether labels stand over their bars, with the numbers at their right: for a telephone.</param>
    public RowLayout(RowChart chart, Faces faces, float width, bool isNarrow = false)
    {
        (_chart, _faces, IsNarrow) = (chart, faces, isNarrow);
        IsPaired = chart.Rows.Any(row => row.HasWhiskerBefore);
        _inset = chart.Mark is RowMark.Dots or RowMark.SidedBars ? Radius : 0;
        var measures = Of(chart.Mark);
        Thickness = measures.Thickness;
        var labels = chart.Rows.Select(row => isNarrow
            ? TextBlock.Lines(row.Label, width - BesideLabel - FaceOf(row).Measure(row.ValueLabel), FaceOf(row).Measure)
            : TextBlock.Balanced(row.Label, width * measures.LargestLabelShare, FaceOf(row).Measure)).ToArray();
        Left = isNarrow ? HalfOf(chart.Axis.Ticks[0]) : LabelGap + chart.Rows.Zip(labels).Max(pair => pair.Second.Max(FaceOf(pair.First).Measure));
        (Values, Right) = isNarrow ? (width, width - HalfOfLastTick) : HasColumn ? Column(width, measures.ColumnGap) : (width, Left + RoomBesideNumbers(width - Left));
        (Places, Bottom) = Place(labels, IsPaired ? measures.RowHeight + 6 : measures.RowHeight);
        Legend = new Legend(chart.Legend, faces, width);
        Head = Legend.Height + (chart.Ends is null && chart.ValueHeader is null ? 0 : measures.HeaderHeight) + (isNarrow && chart.Ends is not null && chart.ValueHeader is not null ? faces.Small.LineHeight : 0);
        HeaderBaseline = measures.HeaderBaseline;
    }

    /// <summary>Whether labels stand over their bars.</summary>
    public bool IsNarrow { get; }

    /// <summary>The legend over the chart.</summary>
    public Legend Legend { get; }

    /// <summary>The height of what stands over the area of marks.</summary>
    public float Head { get; }

    /// <summary>Where the words over the area stand, from its upper edge.</summary>
    public float HeaderBaseline { get; }

    /// <summary>Where the axis begins.</summary>
    public float Left { get; }

    /// <summary>Where the axis ends.</summary>
    public float Right { get; }

    /// <summary>Where the column of numbers begins.</summary>
    public float Values { get; }

    /// <summary>The lower edge of the area of marks.</summary>
    public float Bottom { get; }

    /// <summary>The height with what stands above it and the axis under it.</summary>
    public float Height => Head + Bottom + AxisHeight;

    /// <summary>The thickness of a bar.</summary>
    public float Thickness { get; }

    /// <summary>Whether numbers stand in a column at the right rather than beside their bars.</summary>
    public bool HasColumn => _chart.Mark != RowMark.Bars;

    /// <summary>Whether both points of a row have whiskers, which then stand above and below it.</summary>
    public bool IsPaired { get; }

    /// <summary>Each row's place.</summary>
    public IReadOnlyList<RowPlace> Places { get; }

    /// <summary>From where to where the axis runs: once through the chart, or once through each panel.</summary>
    public IEnumerable<(float Top, float Bottom)> Runs
    {
        get
        {
            if (!_chart.HasPanels)
            {
                return [(0, Bottom)];
            }

            var tops = Places.Select(place => place.HeadingTop).OfType<float>().ToArray();
            return tops.Select((top, i) => (top + SectionHeight, i + 1 < tops.Length ? tops[i + 1] - PanelGap : Bottom));
        }
    }

    /// <summary>The rows with the heights of their middles.</summary>
    public IEnumerable<(ChartRow Row, float Center)> Rows => _chart.Rows.Zip(Places, (row, place) => (row, place.Center));

    /// <summary>The face of a row's label and number.</summary>
    public TextFace FaceOf(ChartRow row) => row.IsStrong ? _faces.Strong : _faces.Body;

    /// <summary>Where a value stands on the axis; points keep their radius from its ends.</summary>
    public float X(double value) => Left + _inset + (float)(_chart.Axis.Place(value) * (Right - Left - (2 * _inset)));

    /// <summary>How far right of a bar's farthest point its number begins.</summary>
    public static float NumberOffset(ChartRow row) => row.Form == ValueForm.MoreThan ? NumberGap + ArrowLength : NumberGap;

    /// <summary>Whether a part of a divided bar is wide enough for its number.</summary>
    public bool HasRoom(Segment segment) =>
        (_chart.Axis.Place(segment.To) - _chart.Axis.Place(segment.From)) * (Right - Left) >= _faces.Small.Measure(segment.Text) + NumberRoom;

    private static Measures Of(RowMark mark) => mark switch
    {
        RowMark.Bars => new(Thickness: 17, RowHeight: 17, LargestLabelShare: 0.42f, ColumnGap: 0, HeaderHeight: 0, HeaderBaseline: 0),
        RowMark.Stacks => new(Thickness: 21, RowHeight: 21, LargestLabelShare: 0.36f, ColumnGap: 12, HeaderHeight: 18, HeaderBaseline: -4),
        _ => new(Thickness: 15, RowHeight: 17, LargestLabelShare: 0.42f, ColumnGap: 14, HeaderHeight: 20, HeaderBaseline: -7),
    };

    /// <summary>Where the column of numbers begins, and where the axis before it ends.</summary>
    private (float Values, float Right) Column(float width, float gap)
    {
        var column = Math.Max(_chart.Rows.Max(row => FaceOf(row).Measure(row.ValueLabel)), _faces.Small.Measure(_chart.ValueHeader ?? ""));
        var values = width - column;
        return (values, column > 0 ? values - gap : width - HalfOfLastTick);
    }

    /// <summary>The widest axis that leaves room for every number right of its bar.</summary>
    private float RoomBesideNumbers(float available)
    {
        var widest = available - HalfOfLastTick;
        foreach (var row in _chart.Rows)
        {
            var share = (float)_chart.Axis.Place(row.Reach);
            var room = available - NumberOffset(row) - FaceOf(row).Measure(row.ValueLabel);
            widest = share > 0 ? Math.Min(widest, room / share) : widest;
        }

        return widest;
    }

    private float HalfOfLastTick => HalfOf(_chart.Axis.Ticks[^1]);

    private float HalfOf(AxisTick tick) => _faces.Small.Measure(tick.Label) / 2;

    /// <summary>Stacks the rows: sections under their headings, everybody a little apart, labels of several lines with room.</summary>
    private (IReadOnlyList<RowPlace> Places, float Bottom) Place(IReadOnlyList<string>[] labels, float rowHeight)
    {
        var rows = _chart.Rows;
        var places = new List<RowPlace>(rows.Count);
        var top = 0f;
        for (var i = 0; i < rows.Count; i++)
        {
            var opensSection = rows[i].Section is not null && (i == 0 || rows[i].Section != rows[i - 1].Section);
            float? heading = null;
            if (opensSection)
            {
                heading = top + (i == 0 ? 0 : _chart.HasPanels ? PanelGap : RowGap);
                top = heading.Value + SectionHeight;
            }

            top += i > 0 && !opensSection && rows[i].IsTotal && !rows[i - 1].IsTotal ? TotalGap : 0;
            top += i > 0 && rows[i].Section is null && rows[i - 1].Section is not null ? RowGap : 0;
            var over = labels[i].Count * _faces.Body.LineHeight;
            var height = (IsNarrow ? over + UnderLabel + rowHeight : Math.Max(rowHeight, over)) + RowGap;
            places.Add(new RowPlace(IsNarrow ? top + over + UnderLabel + (rowHeight / 2) : top + (height / 2), labels[i], heading, IsNarrow ? top : null));
            top += height;
        }

        return (places, top);
    }

    private readonly record struct Measures(
        float Thickness, float RowHeight, float LargestLabelShare, float ColumnGap, float HeaderHeight, float HeaderBaseline);
}

/// <summary>Where one row of a chart stands.</summary>
/// <param name="Center">The height of its middle.</param>
/// <param name="Label">The lines of its label.</param>
/// <param name="HeadingTop">The top of the section heading over it, or null.</param>
/// <param name="LabelTop">The top of its label where that stands over the mark; null where it stands beside.</param>
internal sealed record RowPlace(float Center, IReadOnlyList<string> Label, float? HeadingTop, float? LabelTop);
