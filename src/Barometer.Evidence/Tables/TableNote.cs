namespace Barometer.Evidence.Tables;

/// <summary>A note under a table.</summary>
/// <param name="Mark">The mark in the cells it belongs to, for example <c>a</c>; empty when it is about the whole table.</param>
/// <param name="Text">What it says.</param>
public sealed record TableNote(string Mark, LocalizedText Text)
{
    /// <summary>A line of code that follows from it, shown where it can be run and left out of documents; null for none.</summary>
    public string? Code { get; init; }
}
