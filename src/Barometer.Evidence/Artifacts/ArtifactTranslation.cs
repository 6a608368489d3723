namespace Barometer.Evidence.Artifacts;

/// <summary>A table or figure in the other language than the one it is shown in.</summary>
/// <param name="Language">That language.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says in words.</param>
/// <param name="Files">Its files.</param>
/// <param name="Picture">A figure's picture without title, among its files; null for a table.</param>
public sealed record ArtifactTranslation(Language Language, string Title, string Text, IReadOnlyList<ArtifactFile> Files, string? Picture = null);
