namespace Barometer.Evidence.Pack;

/// <summary>A figure or table in the pack's list: what a search finds it by.</summary>
/// <param name="Label">Its number: «Figur 2.1».</param>
/// <param name="Notebook">The notebook that made it.</param>
/// <param name="File">The path of its first file under the folder of artifacts.</param>
/// <param name="Survey">The survey its numbers come from, or <c>published</c>.</param>
/// <param name="Status">Whether its numbers are real, published by others, or synthetic.</param>
/// <param name="Variables">The variables of the survey that its numbers are of and divided by, as far as its data name them.</param>
public sealed record PackEntry(LocalizedText Label, string Notebook, string File, string Survey, LocalizedText Status, IReadOnlyList<string> Variables);
