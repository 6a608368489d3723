namespace Barometer.Evidence.Figures.Description;

/// <summary>One marked value of an axis.</summary>
internal sealed record AxisTick(double Value, string Label);
