namespace Barometer.Analysis.Loading;

/// <summary>A code in the file that stands for a reason why there is no value.</summary>
/// <param name="Code">The code in the file; an empty string is the empty field.</param>
/// <param name="Reason">What it means.</param>
/// <param name="Label">What a reader sees.</param>
public sealed record MissingCode(string Code, MissingReason Reason, LocalizedText Label);
