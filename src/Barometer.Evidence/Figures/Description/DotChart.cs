using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>
/// Points on an axis, with whiskers where there are confidence intervals, or with a line from where each point was before.
/// The axis need not hold zero.
/// </summary>
/// <param name="Rows">The points from top to bottom; rows of one section follow one another.</param>
/// <param name="Axis">The axis of values.</param>
/// <param name="Reference">A value marked by a line through the whole chart, or null.</param>
internal sealed record DotChart(IReadOnlyList<DotRow> Rows, ValueAxis Axis, double? Reference = null) : ChartContent
{
    /// <summary>Whether each value is a bar from the reference in place of a point.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsBars { get; init; }

    /// <summary>The legend over the chart; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<LegendKey>? Legend { get; init; }

    /// <summary>What the sides of the reference mean; null when that needs no words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AxisEnds? Ends { get; init; }

    /// <summary>The header over the column of numbers; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? ValueHeader { get; init; }
}
