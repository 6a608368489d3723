namespace Barometer.Analysis.Loading.Files;

/// <summary>What is wrong with one field. It names kinds only, never the text that stood there.</summary>
internal sealed record FieldProblem(string What, string Expected, string Got, string? Hint = null);
