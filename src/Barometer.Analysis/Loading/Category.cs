namespace Barometer.Analysis.Loading;

/// <summary>One answer category: the code as it stands in the file, and its label.</summary>
/// <param name="Code">The code in the data file, for example <c>yes</c> or <c>3</c>.</param>
/// <param name="Label">What the code means.</param>
public sealed record Category(string Code, LocalizedText Label);
