namespace Barometer.Evidence.Figures.Description;

/// <summary>Small charts of bars beside each other, with the same rows and the same axis.</summary>
/// <param name="Panels">The panels from left to right and then downwards; all have the same rows.</param>
/// <param name="Axis">The axis of values, one for all.</param>
internal sealed record PanelChart(IReadOnlyList<Panel> Panels, ValueAxis Axis) : ChartContent;
