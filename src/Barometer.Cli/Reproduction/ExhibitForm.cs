namespace Barometer.Cli.Reproduction;

/// <summary>A figure or table in one language.</summary>
/// <param name="Language">The language as a tag: <c>nb</c> or <c>en</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says in words: a figure's alternative text.</param>
/// <param name="Files">Its files, by path under the folder of artifacts.</param>
internal sealed record ExhibitForm(string Language, string Title, string Text, IReadOnlyList<ArtifactContent> Files)
{
    /// <summary>Its first file of that kind, or null.</summary>
    public ArtifactContent? FileEnding(string ending) => Files.FirstOrDefault(file => file.Name.EndsWith(ending, StringComparison.Ordinal));
}
