using Barometer.Evidence.Pack;

namespace Barometer.Cli.Reproduction;

/// <summary>One figure or table that a cell left behind.</summary>
/// <param name="Release">The release's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">The language of its title and text, as a tag: <c>nb</c> or <c>en</c>.</param>
/// <param name="IsSynthetic">Whether it is made from synthetic answers.</param>
/// <param name="Text">What it says in words: a figure's alternative text.</param>
/// <param name="Pack">What the evidence pack takes of it.</param>
/// <param name="Files">Its files, by path under the folder of artifacts.</param>
internal sealed record Exhibit(
    string Release, string Title, string Language, bool IsSynthetic, string Text, PackExhibit Pack, IReadOnlyList<ArtifactContent> Files)
{
    /// <summary>Whether it is a figure; else it is a table.</summary>
    public bool IsFigure => Files.Any(file => file.Name.StartsWith("figures/", StringComparison.Ordinal));

    /// <summary>What tells it from other exhibits: the name of its first file.</summary>
    public string Name => Files[0].Name;

    /// <summary>The name of its first file of that kind, or null.</summary>
    public string? FileEnding(string ending) => Files.FirstOrDefault(file => file.Name.EndsWith(ending, StringComparison.Ordinal))?.Name;
}
