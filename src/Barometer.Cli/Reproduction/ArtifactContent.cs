namespace Barometer.Cli.Reproduction;

/// <summary>A file for the folder of artifacts.</summary>
/// <param name="Name">Its path there, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ArtifactContent(string Name, byte[] Bytes);
