using Barometer.Analysis;

namespace Barometer.Evidence.Tables;

/// <summary>A note under a table.</summary>
/// <param name="Mark">The mark in the cells it belongs to, for example <c>a</c>; empty when it is about the whole table.</param>
/// <param name="Text">What it says.</param>
public sealed record TableNote(string Mark, LocalizedText Text);
