using Newtonsoft.Json.Linq;

namespace Barometer.Evidence.Figures.Interactive;

/// <summary>Writes a chart of lines over time for plotly, in the places that the static picture gives everything.</summary>
internal sealed class InteractiveLineChart(RowChart chart, Faces faces, float width) : IInteractiveChart
{
    private readonly LineLayout _layout = new(chart, faces, width);

    /// <inheritdoc/>
    public float LeftMargin => MathF.Ceiling(_layout.Left + StaticFigure.Margin);

    /// <inheritdoc/>
    public float Head => LineLayout.Top;

    /// <inheritdoc/>
    public float Height => LineLayout.PlotHeight;

    /// <inheritdoc/>
    public JArray Traces() => [.. _layout.Lines.SelectMany(line => LineLayout.Pieces(line.Rows)).Select(Piece), .. _layout.Lines.Select(line => Points([.. line.Rows.Where(row => row.Value is not null)], line.Rows[0].Color))];

    /// <inheritdoc/>
    public JObject XAxis()
    {
        var waves = chart.Rows.DistinctBy(row => row.Time).OrderBy(row => row.Time).ToList();
        var room = Math.Max(0.2, (_layout.Last - _layout.First) * 0.08);
        return new JObject
        {
            ["range"] = new JArray(Math.Round(_layout.First - room, 3), Math.Round(_layout.Last + room, 3)),
            ["domain"] = new JArray(0, Math.Round((_layout.Right - _layout.Left) / (width - _layout.Left), 3)),
            ["tickvals"] = new JArray(waves.Select(row => row.Time)),
            ["ticktext"] = new JArray(waves.Select(row => PlotlyJson.Escape(row.Label))),
            ["showgrid"] = false,
            ["zeroline"] = false,
            ["fixedrange"] = true,
        };
    }

    /// <inheritdoc/>
    public JObject YAxis() => new()
    {
        ["range"] = new JArray(chart.Axis.Min, chart.Axis.Max),
        ["tickvals"] = new JArray(chart.Axis.Ticks.Select(tick => tick.Value)),
        ["ticktext"] = new JArray(chart.Axis.Ticks.Select(tick => PlotlyJson.Escape(tick.Label))),
        ["gridcolor"] = Palette.Grid,
        ["zerolinecolor"] = Palette.Total,
        ["fixedrange"] = true,
    };

    private static JObject Piece((ChartRow From, ChartRow To) piece) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = new JArray(piece.From.Time, piece.To.Time),
        ["y"] = new JArray(piece.From.Value!.Value, piece.To.Value!.Value),
        ["line"] = new JObject { ["color"] = piece.To.Color, ["width"] = 2.4 },
        ["hoverinfo"] = "skip",
    };

    private static JObject Points(IReadOnlyList<ChartRow> rows, string color) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = new JArray(rows.Select(row => row.Time)),
        ["y"] = new JArray(rows.Select(row => row.Value!.Value)),
        ["error_y"] = new JObject
        {
            ["type"] = "data",
            ["symmetric"] = false,
            ["array"] = new JArray(rows.Select(row => Math.Round((row.Upper ?? row.Value!.Value) - row.Value!.Value, 6))),
            ["arrayminus"] = new JArray(rows.Select(row => Math.Round(row.Value!.Value - (row.Lower ?? row.Value!.Value), 6))),
            ["color"] = color,
            ["thickness"] = 1.4,
        },
        ["marker"] = new JObject { ["color"] = color, ["size"] = 9 },
        ["text"] = new JArray(rows.Select(row => PlotlyJson.Escape(row.Section is null ? row.Spoken : $"{row.Section}, {row.Spoken}"))),
        ["hoverinfo"] = "text",
    };

    /// <inheritdoc/>
    public IEnumerable<JObject> Annotations()
    {
        foreach (var one in chart.Breaks)
        {
            yield return new JObject
            {
                ["text"] = $"┊ {PlotlyJson.Escape(one.Label)}",
                ["showarrow"] = false,
                ["xref"] = "x",
                ["yref"] = "paper",
                ["x"] = one.Value,
                ["y"] = 1,
                ["xanchor"] = "center",
                ["yanchor"] = "bottom",
                ["font"] = new JObject { ["size"] = 11.5, ["color"] = Palette.Muted },
            };
        }

        foreach (var (name, center, color) in _layout.Names)
        {
            yield return new JObject
            {
                ["text"] = $"<span style=\"color:{color}\">━</span> {PlotlyJson.Escape(name)}",
                ["showarrow"] = false,
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = 0,
                ["y"] = 1,
                ["xanchor"] = "left",
                ["yanchor"] = "middle",
                ["xshift"] = Math.Round(_layout.Right - _layout.Left + 4, 1),
                ["yshift"] = Math.Round(-(center - LineLayout.Top), 1),
                ["align"] = "left",
                ["font"] = new JObject { ["size"] = 13, ["color"] = Palette.Ink },
            };
        }
    }
}

/// <summary>What a figure asks of the chart inside it.</summary>
internal interface IInteractiveChart
{
    /// <summary>The room for labels left of the vertical axis.</summary>
    float LeftMargin { get; }

    /// <summary>The height of what stands over the area between the axes.</summary>
    float Head { get; }

    /// <summary>The height of the area between the axes.</summary>
    float Height { get; }

    /// <summary>The traces.</summary>
    JArray Traces();

    /// <summary>The horizontal axis.</summary>
    JObject XAxis();

    /// <summary>The vertical axis.</summary>
    JObject YAxis();

    /// <summary>Words set by their place.</summary>
    IEnumerable<JObject> Annotations();
}
