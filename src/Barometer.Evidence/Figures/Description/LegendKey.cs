namespace Barometer.Evidence.Figures.Description;

/// <summary>One entry of a chart's legend.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Mark">The mark it explains.</param>
/// <param name="Color">The mark's colour, <c>#rrggbb</c>.</param>
internal sealed record LegendKey(string Label, LegendMark Mark, string Color);
