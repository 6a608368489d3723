namespace Barometer.Evidence.Figures.Static;

/// <summary>Where one entry of a legend stands.</summary>
/// <param name="Key">The entry.</param>
/// <param name="X">The left edge of its mark.</param>
/// <param name="Center">The height of its middle.</param>
internal sealed record LegendPlace(LegendKey Key, float X, float Center);
