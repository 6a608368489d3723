namespace Barometer.Evidence.Figures.Description;

/// <summary>
/// Points on an axis, with whiskers where there are confidence intervals, or with a line from where each point was before.
/// The axis need not hold zero.
/// </summary>
/// <param name="Rows">The points from top to bottom; rows of one section follow one another.</param>
/// <param name="Axis">The axis of values.</param>
/// <param name="Reference">A value marked by a line through the whole chart, or null.</param>
internal sealed record DotChart(IReadOnlyList<DotRow> Rows, ValueAxis Axis, double? Reference = null) : ChartContent;
