namespace Barometer.Evidence.Figures.Description;

/// <summary>Bars of one length, each divided on the answers to one question, with a number at the right.</summary>
/// <param name="Rows">The bars from top to bottom; rows of one section follow one another.</param>
/// <param name="Axis">The axis of values, 0 to 100.</param>
/// <param name="Legend">The answers from left to right, with their colours.</param>
/// <param name="ValueHeader">The header over the numbers at the right; null when there are none.</param>
internal sealed record StackedChart(
    IReadOnlyList<StackedRow> Rows, ValueAxis Axis, IReadOnlyList<LegendKey> Legend, string? ValueHeader) : ChartContent;
