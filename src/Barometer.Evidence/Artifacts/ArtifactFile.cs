using System.Diagnostics.CodeAnalysis;

namespace Barometer.Evidence.Artifacts;

/// <summary>One file that a table or figure leaves behind.</summary>
/// <param name="Name">The path under the folder of artifacts, with forward slashes: <c>figures/innovated-by-group.svg</c>.</param>
/// <param name="Text">The content of a text file (UTF-8, line feeds); null for a binary file.</param>
/// <param name="Bytes">The content of a binary file; null for a text file.</param>
[SuppressMessage("Performance", "CA1819", Justification = "A file's bytes are written as they are, once.")]
public sealed record ArtifactFile(string Name, string? Text, byte[]? Bytes)
{
    /// <summary>A text file.</summary>
    public static ArtifactFile OfText(string name, string text) => new(name, text, null);

    /// <summary>A binary file.</summary>
    public static ArtifactFile OfBytes(string name, byte[] bytes) => new(name, null, bytes);
}
