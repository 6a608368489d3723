namespace Barometer.Notebooks.Kernel.Language;

/// <summary>A name that may stand at a place.</summary>
/// <param name="Text">What is put there.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, …</param>
/// <param name="Signature">How it is declared; empty for a keyword.</param>
internal sealed record Suggestion(string Text, string Kind, string Signature);
