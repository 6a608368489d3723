namespace Barometer.Evidence.Figures.Description;

/// <summary>Horizontal bars from zero, with whiskers where there are confidence intervals.</summary>
/// <param name="Rows">The bars from top to bottom; rows of one section follow one another.</param>
/// <param name="Axis">The axis of values.</param>
internal sealed record BarChart(IReadOnlyList<BarRow> Rows, ValueAxis Axis) : ChartContent;
