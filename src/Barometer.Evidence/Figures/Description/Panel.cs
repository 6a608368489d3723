namespace Barometer.Evidence.Figures.Description;

/// <summary>One small chart.</summary>
/// <param name="Title">The group it is about, with its number of answers.</param>
/// <param name="IsTotal">Whether it is about everybody («Alle»).</param>
/// <param name="Rows">The bars from top to bottom.</param>
internal sealed record Panel(string Title, bool IsTotal, IReadOnlyList<BarRow> Rows);
