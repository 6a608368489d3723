namespace Barometer.Cli.Reproduction;

/// <summary>A file for the folder of artifacts.</summary>
/// <param name="Name">Its path there, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Origin">What made it, for messages: <c>02-innovation-activity, cell 4 (by-group)</c>.</param>
internal sealed record ArtifactContent(string Name, byte[] Bytes, string Origin);
