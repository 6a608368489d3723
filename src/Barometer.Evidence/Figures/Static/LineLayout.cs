namespace Barometer.Evidence.Figures.Static;

/// <summary>Where everything stands in a chart of lines: time from left to right, values upwards, the names of lines at the right.</summary>
internal sealed class LineLayout
{
    /// <summary>The height of the area between the axes.</summary>
    public const float PlotHeight = 250;

    /// <summary>The room over the area, for words on breaks and the numbers of high points.</summary>
    public const float Top = 22;

    /// <summary>The room under it, for the waves.</summary>
    public const float Below = 26;

    private const float Inset = 42;
    private const float NameGap = 10;
    private const float NameHeight = 17;

    private readonly RowChart _chart;

    /// <summary>Lays out the chart on a width.</summary>
    public LineLayout(RowChart chart, Faces faces, float width, bool hasNamesBeside = true)
    {
        _chart = chart;
        Lines = [.. chart.Rows.GroupBy(row => row.Section).Select(line => (line.Key, (IReadOnlyList<ChartRow>)[.. line.OrderBy(row => row.Time)]))];
        Left = chart.Axis.Ticks.Max(tick => faces.Small.Measure(tick.Label)) + 8;
        var names = Lines.Max(line => line.Name is null ? 0 : faces.Body.Measure(Text(line)) + NameGap);
        Right = width - Math.Max(hasNamesBeside ? names : 0, 8);
        (First, Last) = (chart.Rows.Min(row => row.Time), chart.Rows.Max(row => row.Time));
        Names = Spread([.. Lines.Where(line => line.Name is not null).Select(line => (Text(line), At: line.Rows.LastOrDefault(row => row.Value is not null) is { } row ? Y(row.Value!.Value) : Top + PlotHeight, line.Rows[0].Color))]);
    }

    /// <summary>The lines: the name of each, null for the only one, and its points in time.</summary>
    public IReadOnlyList<(string? Name, IReadOnlyList<ChartRow> Rows)> Lines { get; }

    /// <summary>Where the area begins.</summary>
    public float Left { get; }

    /// <summary>Where it ends.</summary>
    public float Right { get; }

    /// <summary>The first wave in time.</summary>
    public double First { get; }

    /// <summary>The last wave in time.</summary>
    public double Last { get; }

    /// <summary>The lines' names with the height of their middle, apart from each other.</summary>
    public IReadOnlyList<(string Name, float Center, string Color)> Names { get; }

    /// <summary>The height of all of it.</summary>
    public static float Height => Top + PlotHeight + Below;

    /// <summary>Where a time stands.</summary>
    public float X(double time) => Last == First ? (Left + Right) / 2 : Left + Inset + ((Right - Left - (2 * Inset)) * (float)((time - First) / (Last - First)));

    /// <summary>Where a value stands.</summary>
    public float Y(double value) => Top + (PlotHeight * (1 - (float)_chart.Axis.Place(value)));

    /// <summary>The pieces of a line between waves that are comparable.</summary>
    public static IEnumerable<(ChartRow From, ChartRow To)> Pieces(IReadOnlyList<ChartRow> rows) =>
        rows.Zip(rows.Skip(1)).Where(pair => pair.First.Value is not null && pair.Second.Value is not null && !pair.Second.IsBroken);

    /// <summary>How far points of one wave stand apart, so that whiskers don't cover each other.</summary>
    public float Shift(int line) => Lines.Count == 1 ? 0 : (line - ((Lines.Count - 1) / 2f)) * Math.Min(7, 36f / Lines.Count);

    // The name of a line with its last number.
    private static string Text((string? Name, IReadOnlyList<ChartRow> Rows) line) => $"{line.Name}: {line.Rows[^1].ValueLabel}";

    private static List<(string, float, string)> Spread(List<(string Name, float At, string Color)> names)
    {
        var ordered = names.OrderBy(name => name.At).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            ordered[i] = ordered[i] with { At = Math.Max(ordered[i].At, ordered[i - 1].At + NameHeight) };
        }

        // What was pushed out at the bottom is pushed back, the last first.
        for (var i = ordered.Count - 1; i >= 0; i--)
        {
            var most = i == ordered.Count - 1 ? Top + PlotHeight : ordered[i + 1].At - NameHeight;
            ordered[i] = ordered[i] with { At = Math.Min(ordered[i].At, most) };
        }

        return ordered.ConvertAll(name => (name.Name, name.At, name.Color));
    }
}
