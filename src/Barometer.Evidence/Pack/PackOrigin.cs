namespace Barometer.Evidence.Pack;

/// <summary>What the numbers were made with.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Commit">The version of the code in version control; null when it isn't known.</param>
public sealed record PackOrigin(string Data, string? Commit);
