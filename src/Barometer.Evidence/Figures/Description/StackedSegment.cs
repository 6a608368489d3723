namespace Barometer.Evidence.Figures.Description;

/// <summary>One part of a divided bar.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Key">Its place in the legend; null for what may not be shown answer by answer.</param>
/// <param name="Text">Its number, drawn where there is room.</param>
/// <param name="Spoken">The answer and its number in words.</param>
internal sealed record StackedSegment(double From, double To, int? Key, string Text, string Spoken);
