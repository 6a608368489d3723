namespace Barometer.Synthesis;

/// <summary>One file of the synthetic stand-in.</summary>
/// <param name="Path">Its path in the data folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SyntheticFile(string Path, ReadOnlyMemory<byte> Content);
