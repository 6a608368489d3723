namespace Barometer.Evidence.Published;

/// <summary>The item that came first in a computed ranking.</summary>
/// <param name="Code">The codebook variable.</param>
/// <param name="Label">Its label.</param>
internal sealed record CheckItem(string Code, LocalizedText Label);
