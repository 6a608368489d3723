namespace Barometer.Evidence.Figures.Description;

/// <summary>What the two sides of a chart's reference mean, said over the axis.</summary>
internal sealed record AxisEnds(string Below, string Above);
