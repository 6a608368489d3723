namespace Barometer.Evidence.Figures.Static;

/// <summary>Where one row of a chart stands.</summary>
/// <param name="Center">The height of its middle.</param>
/// <param name="Label">The lines of its label.</param>
/// <param name="HeadingTop">The top of the section heading over it, or null.</param>
internal sealed record RowPlace(float Center, IReadOnlyList<string> Label, float? HeadingTop);
