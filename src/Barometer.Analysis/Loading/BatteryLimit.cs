namespace Barometer.Analysis.Loading;

/// <summary>What the form demands of a battery of yes/no items.</summary>
/// <param name="Battery">The battery's name.</param>
/// <param name="Maximum">How many items may be chosen; null when any number may.</param>
/// <param name="Exclusive">The item that stands alone, such as «none»; null when there is none.</param>
public sealed record BatteryLimit(string Battery, int? Maximum, string? Exclusive);
